/** What a failed connection means. Only codes are read from the error; its own text is never shown. */

/** Codes that end a request before its first byte: name look-up, connecting, TLS. */
const BEFORE_SENDING: ReadonlySet<string> = new Set([
  'EPROXY',
  'EPROXYAUTH',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_UNTRUSTED',
  'CERT_REVOKED',
  'CERT_REJECTED',
  'CERT_SIGNATURE_FAILURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_INVALID_URL',
  'ERR_INVALID_CHAR',
]);

const WORDS: Readonly<Record<string, string>> = {
  EPROXY: 'the proxy did not open the way',
  EPROXYAUTH: 'the proxy wants a user and a password in its address',
  ECONNREFUSED: 'nothing is listening at that address',
  ENOTFOUND: 'the host name is not known here',
  EAI_AGAIN: 'the host name could not be looked up',
  EHOSTUNREACH: 'there is no route to the host',
  ENETUNREACH: 'there is no network',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ETIMEDOUT: 'no answer came in time',
  ECONNABORTED: 'the connection was cut in the middle',
  ERR_BAD_RESPONSE: 'the connection was cut in the middle',
  ERR_INVALID_CHAR: 'the token holds a character that cannot be sent',
};

/** True only where it is certain that no byte of the request left; a write is then known not to have happened. */
export function nothingWasSent(error: unknown): boolean {
  if (codesOf(error).some((code) => BEFORE_SENDING.has(code))) return true;
  return syscallsOf(error).some((call) => call === 'connect' || call === 'getaddrinfo');
}

/**
 * A few plain words, the code and the host where it is given, for example `the connection was cut (ECONNRESET)` or
 * `the host name is not known here (ENOTFOUND login.mypurecloud.ie)`.
 */
export function transportWords(error: unknown, host?: string): string {
  const [code, ...causes] = new Set(codesOf(error));
  if (code === undefined) return 'the connection failed';
  const words =
    WORDS[code] ??
    (/CERT|TLS|SIGN/.test(code) ? 'the certificate of the host is not trusted here' : 'the connection failed');
  const reason = code.startsWith('EPROXY') ? [code, ...causes] : [code];
  return `${words} (${[...reason, ...(host === undefined ? [] : [host])].join(' ')})`;
}

const codesOf = (error: unknown) => read(error, 'code');
const syscallsOf = (error: unknown) => read(error, 'syscall');

function read(error: unknown, key: 'code' | 'syscall'): string[] {
  const found: string[] = [];
  for (let at: unknown = error, depth = 0; isObject(at) && depth < 5; at = at['cause'], depth++) {
    const value = at[key];
    if (typeof value === 'string') found.push(value);
  }
  return found;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
