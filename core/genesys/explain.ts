/** What happened and what to do, in plain sentences, for every failure a request can end in. */
import { permissionsOf } from '../contract/permissions.ts';
import { callName } from './callNames.ts';
import type { Failure, FailureKind } from './error.ts';

export interface Setting {
  /** The environment's name, as the user knows it. */
  readonly environment: string;
  /** The org's name, once it is known. */
  readonly orgName?: string;
}

/** A few sentences on one line: what happened, what to do, and the id that support asks for. */
export function explainFailure(failure: Failure, setting: Setting): string {
  const where = setting.orgName === undefined ? setting.environment : `${setting.orgName} (${setting.environment})`;
  const reference = failure.correlationId === undefined ? '' : ` Correlation id: ${failure.correlationId}.`;
  return `${SENTENCES[failure.kind](failure, where)}${reference}`;
}

const said = ({ message }: Failure): string => (/[.!?]$/.test(message) ? message : `${message}.`);
const call = ({ method, path }: Failure): string => callName(method, path);
/** A transport's own words, for example `the connection was cut (ECONNRESET)`. */
const because = ({ message }: Failure): string => message.replace(/\.$/, '');

const SENTENCES: Readonly<Record<FailureKind, (failure: Failure, where: string) => string>> = {
  refused: (failure, where) =>
    `${where} refused the content when ${call(failure)}: ${said(failure)} Change the entry in the file and plan again.`,
  unauthorized: (failure, where) =>
    failure.path.startsWith('/oauth/')
      ? `${where} did not accept the sign-in. Check the client id, the client secret and the region; a client of one region is not known in another.`
      : `${where} no longer accepts the sign-in: the token has ended or was taken back. Sign in again and check the client id, the client secret and the region.`,
  forbidden: forbiddenWords,
  notFound: (failure, where) =>
    `${where} did not find what was asked for when ${call(failure)}: it was removed, or it is in a division that these credentials cannot see. Plan again to read the org anew.`,
  conflict: (failure, where) =>
    `${where} has something that stands in the way of ${call(failure)}: ${said(failure)} Plan again to see what is there.`,
  rateLimited: (failure, where) =>
    `${where} asked to wait because of its rate limit, and the wait was ended before ${call(failure)} was done. Nothing was changed by it; try again in a minute.`,
  server: (failure, where) =>
    failure.ambiguous
      ? `${where} failed when ${call(failure)} (status ${failure.status ?? 'unknown'}), so it may or may not have been done. Push again to find out and finish.`
      : `${where} failed when ${call(failure)} (status ${failure.status ?? 'unknown'}). Try again in a few minutes.`,
  unreachable: (failure, where) =>
    `${where} cannot be reached: ${because(failure)}. Nothing was sent. Check the network, a proxy or firewall, and the region.`,
  interrupted: (failure, where) =>
    failure.ambiguous
      ? `The connection to ${where} ended when ${call(failure)} (${because(failure)}), so it may or may not have been done. Push again to find out and finish.`
      : `The connection to ${where} ended when ${call(failure)} (${because(failure)}). Check the network and try again.`,
  unreadable: (failure, where) =>
    failure.ambiguous
      ? `${where} gave an answer that cannot be read when ${call(failure)}, so it may or may not have been done. ${said(failure)} Push again to find out and finish.`
      : `${where} gave an answer that cannot be read when ${call(failure)}. ${said(failure)} Check that no proxy changes the answers, and try again.`,
  cancelled: () => 'The request was cancelled.',
};

function forbiddenWords(failure: Failure, where: string): string {
  const needed = permissionsOf(failure.method, failure.path);
  if (needed === undefined || needed.permissions.length === 0) {
    return `${where} does not allow ${call(failure)}: ${said(failure)} Ask an administrator to give the OAuth client a role that allows it, in the division concerned.`;
  }
  const names = needed.permissions.join(needed.require === 'ANY' ? ' or ' : ' and ');
  return (
    `${where} does not allow ${call(failure)}, which needs the permission ${names}. ` +
    'Ask an administrator to give the OAuth client a role with it in the division concerned; scopes do not apply to client credentials.'
  );
}
