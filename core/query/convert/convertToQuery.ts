import { guessQueryKind } from '../../check/query/guessQueryKind.ts';
import { addKey } from '../../check/fixes/addKey.ts';
import { isQueryKind } from '../../contract/schema.ts';
import { applyEdits } from '../../text/edit.ts';
import { readSource } from '../../text/parse.ts';
import { plainWords } from '../../text/plainWords.ts';
import { childOf, toValue } from '../../text/walk.ts';
import { isMap } from '../compile/json.ts';
import type { JsonObject, QueryKind } from '../model.ts';
import { type Endpoint, endpointIn } from './endpoint.ts';
import { type Pasted, readPasted } from './read.ts';
import { repair } from './repair.ts';
import { valuesOf } from './values.ts';
import { writeQuery } from './write.ts';

export interface ConvertOptions {
  /** Milliseconds since the epoch, for what is said about intervals. */
  readonly now?: number;
}

export type Converted =
  | { readonly ok: true; readonly text: string; readonly notes: readonly string[] }
  | { readonly ok: false; readonly message: string };

/**
 * Turns what people copy into the text of a `*.query.yaml`: the body of a request, a `curl` or `fetch` of it, a query in
 * a program, or YAML in a tutorial's style. A body that the API takes is kept value by value. Everything that is changed
 * or dropped is a note, and the notes stand as comments at the top of the text. Never throws.
 */
export function convertToQuery(text: string, { now = 0 }: ConvertOptions = {}): Converted {
  const pasted = readPasted(text);
  if (pasted.form === 'none') return refused(pasted.message);
  const endpoint = endpointIn(pasted.about);
  if (endpoint?.isPublished === true && endpoint.kind === undefined)
    return refused(`\`${endpoint.path}\` is a query that this version has no kind of file for yet.`);
  return pasted.form === 'yaml' ? fromYaml(pasted.text, endpoint, now) : fromLiteral(pasted, text, endpoint, now);
}

function fromLiteral(
  { query: { map, call } }: Extract<Pasted, { form: 'literal' }>,
  text: string,
  endpoint: Endpoint | undefined,
  now: number,
): Converted {
  if (map.size === 0) return refused('This body is empty, so there is no query in it.');
  const { query, notes } = valuesOf(map, text);
  const { kind, notes: kindNotes } = kindOf(query, endpoint, call);
  const first = writeQuery({ kind, ...query });
  const repaired = repair(first, now);
  const value = repaired.notes.length === 0 ? undefined : toValue(readSource('', repaired.text).documents[0]?.root);
  const completed = complete(isMap(value) ? value : { kind, ...query });
  const written = repaired.notes.length === 0 && completed.notes.length === 0 ? first : writeQuery(completed.query);
  return withNotes(written, [
    ...kindNotes,
    ...notes,
    ...repaired.notes.filter(isOpen(completed.notes)),
    ...completed.notes,
  ]);
}

/** Comments stay where they are, so nothing is put in order. */
function fromYaml(text: string, endpoint: Endpoint | undefined, now: number): Converted {
  const { documents } = readSource('', text);
  const edits = documents.flatMap(({ root }) => {
    if (root?.kind !== 'map' || childOf(root, 'kind') !== undefined) return [];
    const kind = guessQueryKind(root) ?? endpoint?.kind ?? 'ConversationDetails';
    return addKey(text, root, 'kind', kind) ?? [];
  });
  const repaired = repair(applyEdits(text, edits), now);
  return withNotes(repaired.text, repaired.notes);
}

/** Its keys say it, then the path, then the name of a class. */
function kindOf(
  query: JsonObject,
  endpoint: Endpoint | undefined,
  call: string | undefined,
): { readonly kind: QueryKind; readonly notes: readonly string[] } {
  const own = query['kind'];
  if (typeof own === 'string' && isQueryKind(own)) return { kind: own, notes: [] };
  const root = readSource('', writeQuery(query)).documents[0]?.root;
  const guessed = root === undefined ? undefined : guessQueryKind(root);
  const named =
    call === undefined
      ? undefined
      : /aggregat/i.test(call)
        ? 'ConversationAggregates'
        : /detail|ConversationQuery/i.test(call)
          ? 'ConversationDetails'
          : undefined;
  if (guessed === 'ConversationAggregates' && endpoint?.kind === 'ConversationDetails')
    return {
      kind: guessed,
      notes: [
        `This query adds up, so it is \`${guessed}\` and goes to the aggregates endpoint, not to \`${endpoint.path}\`.`,
      ],
    };
  const known = endpoint?.kind ?? guessed ?? named;
  if (known !== undefined) return { kind: known, notes: [] };
  return {
    kind: 'ConversationDetails',
    notes: ['Nothing says which query this is, so it became `ConversationDetails`.'],
  };
}

/** What must be there and was not. */
function complete(query: JsonObject): { readonly query: JsonObject; readonly notes: readonly string[] } {
  const missing: [string, JsonObject[string], string][] = [];
  if (!Object.hasOwn(query, 'interval'))
    missing.push([
      'interval',
      'last 7 days',
      'There was no interval, so `interval: last 7 days` was added. Change it to what is meant.',
    ]);
  if (query['kind'] === 'ConversationAggregates' && !Object.hasOwn(query, 'metrics'))
    missing.push([
      'metrics',
      ['nConversations'],
      'There were no metrics, so `nConversations` was added. Change it to what is meant.',
    ]);
  const added = Object.fromEntries(missing.map(([key, value]) => [key, value]));
  return { query: { ...query, ...added }, notes: missing.map(([, , note]) => note) };
}

/** What is missing and was added is no longer to do. */
function isOpen(added: readonly string[]): (note: string) => boolean {
  return (note) => added.length === 0 || !/^Still to do: '(?:interval|metrics)' is missing/.test(note);
}

function withNotes(text: string, notes: readonly string[]): Converted {
  const lines = notes.map(plain);
  const head = lines.map((line) => `# ${line}\n`).join('');
  return { ok: true, text: `${head}${text}`, notes: lines };
}

function refused(message: string): Converted {
  return { ok: false, message: plain(message) };
}

/** On one line, as a comment has to be. */
function plain(words: string): string {
  return plainWords(words).replaceAll(/\s+/g, ' ');
}
