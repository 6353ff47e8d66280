/** What `kind:` says, and whether it is one of ours. */
import { publishedQueries } from '../contract/generated/api.ts';
import { fileKinds, isFileKind, queryKinds, type FileKind } from '../contract/schema.ts';
import { insert, lineBreakOf, renameKey, replaceText, type SpanEdit } from '../text/edit.ts';
import type { DocumentNode, Node, Pair, SourceFile } from '../text/tree.ts';
import { childOf, isText, keyOf, pairOf, type TextNode } from '../text/walk.ts';
import { addKey } from './fixes/addKey.ts';
import { documentKind, fileKindOf } from './fileKind.ts';
import { guessQueryKind } from './query/guessQueryKind.ts';
import type { Reported } from './report.ts';
import { fixIf } from './rule.ts';
import { closest, didYouMean } from './suggest.ts';

/** A file of ours that holds nothing: not wrong, and not what anybody wants. A query has a beginning for each kind. */
export function checkEmpty(source: SourceFile): Reported[] {
  const named = fileKindOf(source.name);
  const empty = source.documents.every(({ root }) => root === undefined) && source.problems.length === 0;
  if (!empty || named === undefined) return [];
  const kinds = named === 'query' ? queryKinds : [named];
  const message = `There is nothing in this file. Begin it with ${kinds.map((kind) => `\`kind: ${kind}\``).join(' or ')}.`;
  const fixes = kinds.map((kind) => ({
    title: `Begin with \`kind: ${kind}\``,
    edits: [beginning(source, kind)],
    ...(kinds.length === 1 ? { preferred: true } : {}),
  }));
  return [{ code: 'empty-file', severity: 'warning', span: { start: 0, end: 0 }, message, fixes }];
}

type Nothing = Readonly<Record<string, never>>;

/** The least that a file of a kind needs, beside its `kind:`. */
const beginnings: Readonly<Record<FileKind, Readonly<Record<string, string | readonly string[] | Nothing>>>> = {
  WrapUpCatalog: { codes: [] },
  GenesysProject: {},
  SurveyRules: { conversationId: 'conversationId', fields: {}, rules: [], otherwise: 'none' },
  ConversationDetails: { interval: 'last 7 days' },
  ConversationAggregates: { interval: 'last 7 days', metrics: ['nOffered'] },
};

function beginning({ name, text }: SourceFile, kind: FileKind): SpanEdit {
  const eol = lineBreakOf(text);
  const file = { kind, ...beginnings[kind] };
  // JSON has no place for comments, so what stands there is replaced.
  if (name.endsWith('.json')) {
    const json = `${JSON.stringify(file, null, 2)}\n`.replaceAll('\n', eol);
    return { span: { start: 0, end: text.length }, newText: json };
  }
  const lines = Object.entries(file).map(([key, value]) => `${key}: ${inLine(value)}${eol}`);
  return insert(text.length, `${text === '' || text.endsWith('\n') ? '' : eol}${lines.join('')}`);
}

function inLine(value: string | readonly string[] | Nothing): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? `[${value.join(', ')}]` : '{}';
}

/** A catalog or project without `kind` but with a telling name is the schema's business: `missing-field`. */
export function checkKind(source: SourceFile, document: DocumentNode): Reported[] {
  const { root } = document;
  const named = fileKindOf(source.name);
  if (root === undefined) return [];
  const kind = childOf(root, 'kind');
  if (isText(kind) && !isFileKind(kind.value)) return [unknownKind(kind, root, named)];
  const found = documentKind(source.name, root);
  return found === undefined || found === 'query' ? [missingKind(source, root, found)] : [];
}

function unknownKind(kind: TextNode, root: Node, named: ReturnType<typeof fileKindOf>): Reported {
  const possible = named === 'query' ? queryKinds : fileKinds;
  const later = publishedQueries.find((published) => published.kind === kind.value);
  if (later !== undefined) {
    const message = `\`${kind.value}\` is not in this version yet. It will stand for \`${later.path}\`. Known queries are ${list(queryKinds)}.`;
    return { code: 'unknown-kind', severity: 'error', span: kind.span, message };
  }
  const sure = isFileKind(named) ? named : undefined;
  const meant = sure ?? closest(kind.value, possible) ?? (named === 'query' ? guessQueryKind(root) : undefined);
  const message = `\`${kind.value}\` is no kind of file that is known here.${didYouMean(meant) || ` Known kinds are ${list(possible)}.`}`;
  const fixes = (meant === undefined ? possible : [meant]).map((known) => ({
    title: `Change to \`${known}\``,
    edits: [replaceText(kind, known)],
    preferred: meant !== undefined,
  }));
  return { code: 'unknown-kind', severity: 'error', span: kind.span, message, fixes };
}

/** A query's other keys tell which it is, so that the body of a request becomes a file with one fix. */
function missingKind(source: SourceFile, root: Node, named: 'query' | undefined): Reported {
  const first = root.kind === 'map' ? root.pairs[0] : undefined;
  const guessed = guessQueryKind(root);
  const example = guessed ?? (named === 'query' ? 'ConversationDetails' : 'WrapUpCatalog');
  const subject = named === 'query' ? 'query' : 'file';
  const message = `This ${subject} does not say what it is. Begin it with \`kind:\`, for example \`kind: ${example}\`.`;
  const possible: readonly FileKind[] =
    guessed === undefined ? (named === 'query' ? queryKinds : fileKinds) : [guessed];
  const respelled = otherSpelling(root);
  if (respelled !== undefined) {
    const fixes = [{ title: 'Change to `kind`', edits: [renameKey(respelled, 'kind')], preferred: true }];
    const spelling = `This is spelled \`kind\`: a ${subject} begins with it, for example \`kind: ${example}\`.`;
    return { code: 'missing-kind', severity: 'error', span: respelled.key.span, message: spelling, fixes };
  }
  const fixes = possible.flatMap((known) =>
    fixIf(`Add \`kind: ${known}\``, kindAdded(source.text, root, known), guessed !== undefined),
  );
  return { code: 'missing-kind', severity: 'error', span: first?.key.span ?? root.span, message, fixes };
}

/** `Kind:` where there is no `kind:`. */
function otherSpelling(root: Node): Pair | undefined {
  if (root.kind !== 'map' || pairOf(root, 'kind') !== undefined) return undefined;
  return root.pairs.find((pair) => keyOf(pair).toLowerCase() === 'kind');
}

/** A new first key, or the value of a `kind:` that has none. */
function kindAdded(text: string, root: Node, kind: string): readonly SpanEdit[] | undefined {
  if (root.kind !== 'map') return undefined;
  const pair = pairOf(root, 'kind');
  if (pair === undefined) return addKey(text, root, 'kind', kind);
  const { key, value, span } = pair;
  const written = key.style === 'double' ? JSON.stringify(kind) : kind;
  if (value?.kind === 'scalar' && value.value === null && value.source !== '' && value.alias !== true)
    return [{ span: value.span, newText: written }];
  const isUnwritten = value === undefined || (value.kind === 'scalar' && value.value === null && value.source === '');
  if (!isUnwritten) return undefined;
  return [insert(Math.max(span.end, key.span.end), span.end > key.span.end ? ` ${written}` : `: ${written}`)];
}

function list(kinds: readonly string[]): string {
  return kinds.map((known) => `\`${known}\``).join(' and ');
}
