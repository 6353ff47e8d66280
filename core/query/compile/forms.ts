/** A compiled query as text to look at and to copy. None of these forms holds a token. */
import type { CompiledQuery } from './model.ts';

/** The body as JSON, indented. */
export function bodyText({ body }: Pick<CompiledQuery, 'body'>): string {
  return JSON.stringify(body, undefined, 2);
}

/**
 * For a POSIX shell. `apiUrl` as in `https://api.mypurecloud.ie`. The token is read from `GENESYSCLOUD_ACCESS_TOKEN`
 * when it runs. The body is no argument, for those are limited to 128 KB on Linux.
 */
export function curlText(query: Pick<CompiledQuery, 'body' | 'method' | 'path'>, apiUrl: string): string {
  const command = [
    `curl --request ${query.method} ${quoted(`${apiUrl.replace(/\/+$/, '')}${query.path}`)}`,
    `  --header "Authorization: Bearer $GENESYSCLOUD_ACCESS_TOKEN"`,
    `  --header 'Content-Type: application/json'`,
    `  --data-binary @-`,
  ];
  return `${command.join(' \\\n')} ${hereDocument(query)}`;
}

/**
 * For a POSIX shell: the command of the Genesys Cloud CLI, whose commands are the path's segments, and which takes a body
 * from its input. It signs in with its own profile. The body is on many lines, since it reads none of more than 64 KB.
 */
export function gcText(query: Pick<CompiledQuery, 'body' | 'path'>): string {
  const words = query.path.replace(/^\/api\/v2\//, '').replaceAll('/', ' ');
  return `gc ${words} create ${hereDocument(query)}`;
}

/**
 * In a here-document whose end is quoted, a shell acts on nothing; only an interactive one takes `!` for its history, which
 * JSON can spell otherwise. No line of the JSON is the end: all begin with a space or a brace.
 */
function hereDocument(query: Pick<CompiledQuery, 'body'>): string {
  return `<<'BODY'\n${bodyText(query).replaceAll('!', String.raw`\u0021`)}\nBODY`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
