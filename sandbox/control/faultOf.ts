/** Faults, as JSON. */
import type { Fault, Release, RetryAfter } from '../faults.ts';
import { isJsonObject, type Json } from '../json.ts';
import { BadRequest, type Fields, fieldsOf } from './fields.ts';
import { type Outage, outages } from './network.ts';

/** What a fault needs of the rule that it belongs to. */
export interface Tools {
  /** Resolves when the request may go on. */
  hold(): Promise<Release>;
  /** All requests from the next one on find no network. */
  takeNetworkDown(outage: Outage): void;
}

/** Checks an edit and gives what makes it. */
export type EditReader = (value: unknown) => () => void;

/** Asked once for each request that it strikes; undefined leaves the request as it is. */
export type FaultMaker = (tools: Tools) => Fault | undefined;

const moments = ['before', 'after'] as const;
const redirects = [301, 302, 307, 308] as const;
/** An hour; nobody waits longer for a test. */
const longestMs = 3_600_000;

const makers: Readonly<Record<string, (fields: Fields, editOf: EditReader) => FaultMaker>> = {
  answer(fields) {
    const { when, status } = { when: fields.oneOf('when', moments), status: fields.wholeNumber('status', 200, 599) };
    const [code, message] = [fields.optionalText('code'), fields.optionalText('message')];
    const [body, headers] = [fields.any('body'), headersOf(fields.any('headers'))];
    return () => ({
      kind: 'answer',
      when,
      status,
      headers,
      ...(code === undefined ? {} : { code }),
      ...(message === undefined ? {} : { message }),
      ...(body === undefined ? {} : { body }),
    });
  },
  rateLimited(fields) {
    const retryAfter = retryAfterOf(fields.any('retryAfter'));
    return () => ({ kind: 'rateLimited', retryAfter });
  },
  versionConflict: () => () => ({ kind: 'versionConflict' }),
  cut: (fields) => moved('cut', fields),
  reset: (fields) => moved('reset', fields),
  cutBody: () => () => ({ kind: 'cutBody' }),
  truncated: () => () => ({ kind: 'truncated' }),
  html(fields) {
    const [when, status] = [fields.oneOf('when', moments), fields.wholeNumber('status', 200, 599)];
    return () => ({ kind: 'html', when, status });
  },
  latency(fields) {
    const [when, ms] = [fields.oneOf('when', moments), fields.wholeNumber('ms', 0, longestMs)];
    return () => ({ kind: 'latency', when, ms });
  },
  held(fields) {
    const when = fields.oneOf('when', moments);
    return (tools) => ({ kind: 'held', when, until: tools.hold() });
  },
  unanswered: (fields) => moved('unanswered', fields),
  expired: () => () => ({ kind: 'expired' }),
  revoked: () => () => ({ kind: 'revoked' }),
  lagging(fields) {
    const seconds = fields.wholeNumber('seconds', 0, longestMs / 1000);
    return () => ({ kind: 'lagging', seconds });
  },
  edited(fields, editOf) {
    const edit = editOf(fields.object('edit'));
    return () => ({ kind: 'edited', edit });
  },
  networkDown(fields) {
    const when = fields.oneOf('when', ['before', 'after', 'answered'] as const);
    const outage = outageOf(fields);
    return (tools) => {
      tools.takeNetworkDown(outage);
      return when === 'answered' ? undefined : { kind: 'reset', when };
    };
  },
  redirect(fields) {
    const sent = fields.wholeNumber('status', 301, 308);
    const status = redirects.find((one) => one === sent);
    if (status === undefined) throw new BadRequest(`A redirect has "status", one of ${redirects.join(', ')}.`);
    const location = fields.text('location');
    return () => ({ kind: 'redirect', status, location });
  },
};

export const faultKinds = Object.keys(makers);

/** Reads a fault. Throws `BadRequest`. */
export function faultOf(value: unknown, editOf: EditReader): FaultMaker {
  const fields = fieldsOf(value, 'A fault');
  const make = makers[fields.oneOf('kind', faultKinds)];
  if (!make) throw new BadRequest('A fault needs "kind".');
  const maker = make(fields, editOf);
  fields.end();
  return maker;
}

/** How a network is down; a reset unless `as` says otherwise. */
export function outageOf(fields: Fields): Outage {
  return fields.has('as') ? fields.oneOf('as', outages) : 'reset';
}

function moved(kind: 'cut' | 'reset' | 'unanswered', fields: Fields): FaultMaker {
  const when = fields.oneOf('when', moments);
  return () => ({ kind, when });
}

/** A number of seconds, `{"dateIn": seconds}`, a text as it is to be sent, or null for no header. */
function retryAfterOf(value: Json | undefined): RetryAfter {
  if (value === null) return 'absent';
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return { text: headerText(value) };
  if (value === undefined) throw new BadRequest('A fault of kind rateLimited needs "retryAfter".');
  const fields = fieldsOf(value, '"retryAfter"');
  const dateIn = fields.wholeNumber('dateIn', -longestMs, longestMs);
  fields.end();
  return { dateIn };
}

function headersOf(value: Json | undefined): Record<string, string> {
  if (value === undefined) return {};
  if (!isJsonObject(value)) throw new BadRequest('"headers" is a JSON object.');
  return Object.fromEntries(
    Object.entries(value).map(([name, text]) => {
      if (!/^[\w-]+$/.test(name) || typeof text !== 'string') {
        throw new BadRequest(`The header "${name}" needs a name of letters and hyphens, and a text.`);
      }
      return [name, headerText(text)];
    }),
  );
}

function headerText(text: string): string {
  if (/^[\t\u0020-\u007e]*$/.test(text)) return text;
  throw new BadRequest('The text of a header is printable ASCII on one line.');
}
