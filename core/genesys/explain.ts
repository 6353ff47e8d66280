/** What happened and what to do, in plain sentences, for every failure a request can end in. */
import { type CallPermissions, permissionsOf } from '../contract/permissions.ts';
import { callName } from './callNames.ts';
import type { Failure, FailureKind } from './error.ts';
import { isQuery, isWrite } from './request.ts';

export interface Setting {
  /** The environment's name, as the user knows it. */
  readonly environment: string;
  /** The org's name, once it is known. */
  readonly orgName?: string;
}

/**
 * A few sentences on one line: what happened, what to do, and the id that support asks for. `evidence` is a sentence
 * about what was seen of an ambiguous write afterwards; it stands before the advice.
 */
export function explainFailure(failure: Failure, setting: Setting, evidence?: string): string {
  const where = setting.orgName === undefined ? setting.environment : `${setting.orgName} (${setting.environment})`;
  const words = SENTENCES[failure.kind](failure, where);
  const sentences = [
    words,
    ...(evidence === undefined ? [] : [evidence]),
    ...(failure.ambiguous ? ['Push again to find out and finish.'] : []),
    ...(failure.correlationId === undefined ? [] : [`Correlation id: ${failure.correlationId}.`]),
  ];
  return sentences.join(' ');
}

const said = ({ message }: Failure): string => (/[.!?]$/.test(message) ? message : `${message}.`);
const call = ({ method, path }: Failure): string => callName(method, path);
/** A transport's own words, for example `the connection was cut (ECONNRESET)`. */
const because = ({ message }: Failure): string => message.replace(/\.$/, '');
const isSignIn = ({ path }: Failure): boolean => path.startsWith('/oauth/');

const SENTENCES: Readonly<Record<FailureKind, (failure: Failure, where: string) => string>> = {
  refused: (failure, where) =>
    isWrite(failure)
      ? `${where} refused the content while ${call(failure)}: ${said(failure)} Change the entry in the file and plan again.`
      : readRefused(failure, where),
  unauthorized: (failure, where) =>
    isSignIn(failure)
      ? signInWords(failure, where)
      : `${where} did not accept the token while ${call(failure)}: it has ended, was taken back, or is of another region. Sign in again; where a token was given, give a new one.`,
  forbidden: forbiddenWords,
  notFound: (failure, where) =>
    isWrite(failure)
      ? `${where} did not find what was asked for while ${call(failure)}: it was removed, or it is in a division that these credentials cannot see. Plan again to read the org anew.`
      : `${where} did not find what was asked for while ${call(failure)}: it was removed meanwhile, or something else answers in the place of the org. ${isQuery(failure) ? 'Run the query again' : 'Plan again'}; if it stays, check the region and the proxy.`,
  conflict: (failure, where) =>
    isWrite(failure)
      ? `${where} has something that stands in the way of ${call(failure)}: ${said(failure)} Plan again to see what is there.`
      : readRefused(failure, where),
  rateLimited: (failure, where) =>
    `${where} asked to wait because of its rate limit, and ${call(failure)} was given up. Nothing was changed by it. Try again in a minute; if it stays, see what else uses the same OAuth client.`,
  server: (failure, where) => {
    const what = `${where} failed while ${call(failure)} (status ${failure.status ?? 'unknown'})`;
    return failure.ambiguous ? inDoubt(what) : `${what}. Try again in a few minutes.`;
  },
  unreachable: (failure, where) =>
    `${where} cannot be reached: ${because(failure)}. Nothing was sent. Check the network, a proxy or firewall, and the region.`,
  interrupted: (failure, where) => {
    const what = `${where} gave no complete answer while ${call(failure)}: ${because(failure)}`;
    return failure.ambiguous ? inDoubt(what) : `${what}. Check the network and try again.`;
  },
  unreadable: (failure, where) => {
    const what = `${where} gave an answer that cannot be read while ${call(failure)}. ${because(failure)}`;
    return failure.ambiguous ? inDoubt(what) : `${what}. Check that no proxy changes the answers, and try again.`;
  },
  cancelled: () => 'The request was cancelled.',
};

/** By what was signed in with: each has something else to look at. */
function signInWords({ grant, code, message }: Failure, where: string): string {
  const why = code === undefined ? '' : ` (${code})`;
  switch (grant) {
    case 'authorizationCode':
      return `${where} did not accept the sign-in in the browser${why}. Check the client id and the region, and that the OAuth client has the grant Code Authorization with PKCE and the redirect address that the login page was given.`;
    case 'refreshToken':
      return `The sign-in at ${where} has ended. Sign in again.`;
    case 'jwtBearer':
      return code === 'private_key'
        ? message
        : `The identity gateway of ${where} did not accept the signed JWT${why}. Check the client id, the private key and the address of the gateway, and the clock of this machine.`;
    default:
      return `${where} did not accept the sign-in. Check the client id, the client secret and the region; a client of one region is not known in another.`;
  }
}

const inDoubt = (what: string): string => `${what}. It may or may not have been done.`;

const readRefused = (failure: Failure, where: string): string =>
  isQuery(failure)
    ? `${where} refused the query while ${call(failure)}: ${said(failure)} Change the query in its file and run it again.`
    : `${where} refused a request while ${call(failure)}: ${said(failure)} Your files are not the cause. Try again; if it stays, report it.`;

function forbiddenWords(failure: Failure, where: string): string {
  const needed = neededFor(failure);
  if (needed?.require === 'NO') {
    return `${where} does not allow ${call(failure)}, which needs no permission. Ask an administrator whether the OAuth client is still active and may be used from this network.`;
  }
  if (needed === undefined || needed.permissions.length === 0) {
    return `${where} does not allow ${call(failure)}: ${said(failure)} Ask an administrator to give ${WHO} a role that allows it, in the division concerned.`;
  }
  const names = needed.permissions.join(needed.require === 'ANY' ? ' or ' : ' and ');
  return (
    `${where} does not allow ${call(failure)}, which needs the permission ${names}. ` +
    `Ask an administrator to give ${WHO} a role with it in the division concerned; scopes do not apply to client credentials.`
  );
}

const WHO = 'the OAuth client or the signed-in user';

type Needed = Pick<CallPermissions, 'require' | 'permissions'>;

/**
 * The org says it in the body: 403 `missing.permissions` or `missing.any.permissions`, both with the names in the
 * message. Where it names none, the published list of the call decides.
 */
function neededFor({ method, path, code, message }: Failure): Needed | undefined {
  const permissions = [...new Set(message.match(PERMISSION) ?? [])];
  if (permissions.length === 0) return permissionsOf(method, path);
  return { require: code === 'missing.any.permissions' ? 'ANY' : 'ALL', permissions };
}

/** `routing:wrapupCode:add`. A part begins with a letter, unlike one of a time of day. */
const PERMISSION = /\b[A-Za-z][\w-]*:[A-Za-z][\w-]*:[A-Za-z][\w-]*/g;
