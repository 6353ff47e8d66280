/** A compiled query as text to look at and to copy. None of these forms holds a token. */
import type { CompiledQuery } from './model.ts';

/** The body as JSON, indented. */
export function bodyText({ body }: Pick<CompiledQuery, 'body'>): string {
  return JSON.stringify(body, undefined, 2);
}

/** `apiUrl` as in `https://api.mypurecloud.ie`. The token is read from `GENESYSCLOUD_ACCESS_TOKEN` when it runs. */
export function curlText(query: Pick<CompiledQuery, 'body' | 'method' | 'path'>, apiUrl: string): string {
  return [
    `curl --request ${query.method} ${quoted(`${apiUrl.replace(/\/+$/, '')}${query.path}`)}`,
    `  --header "Authorization: Bearer $GENESYSCLOUD_ACCESS_TOKEN"`,
    `  --header 'Content-Type: application/json'`,
    `  --data-raw '${shellSafe(bodyText(query))}'`,
  ].join(' \\\n');
}

/**
 * The command of the Genesys Cloud CLI, whose commands are the path's segments, and which takes a body from its input.
 * It signs in with its own profile. The lines of the body stay apart, since it reads no line of more than 64 KB.
 */
export function gcText(query: Pick<CompiledQuery, 'body' | 'path'>): string {
  const words = query.path.replace(/^\/api\/v2\//, '').replaceAll('/', ' ');
  return `gc ${words} create <<'BODY'\n${shellSafe(bodyText(query))}\nBODY`;
}

/** Quotes and exclamation marks stand in strings only, where JSON can spell them so that no shell acts on them. */
function shellSafe(json: string): string {
  return json.replaceAll("'", '\\u0027').replaceAll('!', '\\u0021');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
