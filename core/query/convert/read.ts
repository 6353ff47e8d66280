/** What was pasted: a body, a piece of a program, a command, or YAML. */
import { allowedKeys } from '../../contract/descriptions.ts';
import { findInventedKey } from '../../contract/inventions.ts';
import { queryKinds } from '../../contract/schema.ts';
import { readSource } from '../../text/parse.ts';
import type { MapNode } from '../../text/tree.ts';
import { keyOf } from '../../text/walk.ts';
import { type Candidate, candidate, queryInCode } from './code.ts';
import { isMap, readLiteral } from './literal.ts';
import { readCurl } from './shell.ts';

export type Pasted =
  | { readonly form: 'literal'; readonly query: Candidate; readonly about: string }
  /** YAML keeps its comments. */
  | { readonly form: 'yaml'; readonly text: string; readonly about: string }
  | { readonly form: 'none'; readonly message: string };

const nothing =
  'No query was found in this text. Copy the body of a request, a `curl` command, or the piece of a program that holds the query.';

/** Twice the longest body that the API takes. */
const maxCharacters = 1_000_000;

/** `about` is the text in which the endpoint may be named. */
export function readPasted(text: string): Pasted {
  if (text.trim() === '') return { form: 'none', message: 'There is nothing to convert. Copy a query first.' };
  if (text.length > maxCharacters)
    return { form: 'none', message: 'This text is too long to look for a query in it. Copy the query alone.' };
  const command = readCurl(text);
  if (command === undefined) return readBody(text, text);
  if (command.inFile)
    return {
      form: 'none',
      message: `The body of this command stands in the file ${command.body?.slice(1)}. Open it, and copy what is in it.`,
    };
  if (command.body === undefined || command.body === '')
    return { form: 'none', message: 'This command sends no body, so there is no query in it.' };
  return readBody(command.body, command.url ?? '');
}

function readBody(text: string, about: string): Pasted {
  const trimmed = text.trim().replace(/^\uFEFF/, '');
  const whole = literalOf(trimmed) ?? literalOf(`{${trimmed}}`);
  if (whole !== undefined) return { form: 'literal', query: whole, about };
  if (isYaml(text)) return { form: 'yaml', text, about };
  const query = queryInCode(text);
  return query === undefined ? { form: 'none', message: nothing } : { form: 'literal', query, about };
}

/** A text that is one map from its first character to its last. */
function literalOf(text: string): Candidate | undefined {
  const read = text.startsWith('{') ? readLiteral(text, 0) : undefined;
  const rest = read === undefined ? '' : text.slice(read.end).replaceAll(/#[^\n]*|\/\/[^\n]*|[\s;,]/g, '');
  if (read === undefined || rest !== '' || !isMap(read.value)) return undefined;
  const found = candidate(read.value);
  return found.score > 0 || read.value.size === 0 || text.startsWith('{"') ? found : undefined;
}

function isYaml(text: string): boolean {
  const { documents, problems } = readSource('pasted.query.yaml', text);
  return problems.length === 0 && documents.some(({ root }) => root?.kind === 'map' && !root.flow && hasQueryKey(root));
}

function hasQueryKey(map: MapNode): boolean {
  return map.pairs.some((pair) => {
    const key = keyOf(pair);
    const isReal = queryKinds.some((kind) => allowedKeys(kind, []).some((allowed) => allowed.key === key));
    return isReal || (pair.value !== undefined && findInventedKey('details', key) !== undefined);
  });
}
