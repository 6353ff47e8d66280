const HEADER = /\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]+/gi;
/** A field that holds a credential, as JSON and as a form have it. */
export const CREDENTIAL_FIELD =
  /\b(access_token|client_secret|refresh_token|assertion|code_verifier)("?\s*[=:]\s*"?)[^\s"&,}]+/gi;

/**
 * Takes credentials out of a text that somebody else wrote (an error body may echo a header).
 * `secrets` are the values known to this session; the patterns catch the rest.
 */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) if (secret !== '') clean = clean.replaceAll(secret, '[hidden]');
  return clean.replace(HEADER, '$1 [hidden]').replace(CREDENTIAL_FIELD, '$1$2[hidden]');
}
