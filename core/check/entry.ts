/** The entries that rules look at: the parts of a file that are checked, and later edited, on their own. */
import { findInventedKey } from '../contract/inventions.ts';
import type { FileKind } from '../contract/schema.ts';
import type { QueryKind } from '../query/model.ts';
import type { Span } from '../text/position.ts';
import type { DocumentNode, MapNode, Node, Pair } from '../text/tree.ts';
import { childOf, keyOf, pairOf } from '../text/walk.ts';
import type { Piece } from './home.ts';
import { schemaIssues, type SchemaIssue } from './schemaIssues.ts';
import { surveyIssues } from './survey/surveyIssues.ts';

interface EntryBase extends Piece {
  readonly node: Node;
  /** `node` where it is a map, otherwise nothing to look into. */
  readonly map: MapNode | undefined;
  /** What the schema says, computed once. */
  readonly issues: readonly SchemaIssue[];
  readonly file: FileKind;
}

/** One item of `codes`. */
export interface CodeEntry extends EntryBase {
  readonly kind: 'code';
}

/** A catalog without the items of `codes`. */
export interface HeadEntry extends EntryBase {
  readonly kind: 'head';
  /** True where the file is no catalog but a single code, as a request to the API has it. It has no issues then. */
  readonly isBareCode: boolean;
}

/** A whole `genesys.yaml`: it is small. */
export interface ProjectEntry extends EntryBase {
  readonly kind: 'project';
}

/** One query: a document of a query file. */
export interface QueryEntry extends EntryBase {
  readonly kind: 'query';
  readonly file: QueryKind;
  /** Its place among the documents of the file, from 0. */
  readonly document: number;
}

/** One set of survey rules: a document of its file. */
export interface SurveyEntry extends EntryBase {
  readonly kind: 'survey';
}

export type Entry = CodeEntry | HeadEntry | ProjectEntry | QueryEntry | SurveyEntry;

export function codeEntries(piece: Piece, document: DocumentNode): CodeEntry[] {
  const codes = childOf(document.root, 'codes');
  return codes?.kind === 'seq' ? codes.items.map((node) => codeEntry(piece, node)) : [];
}

export function codeEntry({ text, home }: Piece, node: Node): CodeEntry {
  return {
    kind: 'code',
    file: 'WrapUpCatalog',
    text,
    home,
    node,
    map: mapOf(node),
    issues: schemaIssues('code', node),
  };
}

export function headEntry({ text, home }: Piece, root: Node): HeadEntry {
  const isBareCode = looksLikeCode(root);
  return {
    kind: 'head',
    file: 'WrapUpCatalog',
    text,
    home,
    node: root,
    map: mapOf(root),
    isBareCode,
    issues: isBareCode ? [] : schemaIssues('head', root),
  };
}

/** Keys that only a catalog has. */
const headOnly = new Set(['codes', 'categories', 'defaults', 'naming']);

/** Nothing of a catalog, and a name as only a code has one, in its real spelling or an invented one. */
function looksLikeCode(root: Node): boolean {
  if (root.kind !== 'map' || root.pairs.some((pair) => headOnly.has(keyOf(pair)))) return false;
  if (childOf(root, 'queues')?.kind === 'map') return false;
  if (root.pairs.some(({ value }) => value?.kind === 'seq' && value.items.some((item) => item.kind === 'map')))
    return false;
  return root.pairs.some((pair) => {
    const key = keyOf(pair);
    return key === 'name' || findInventedKey('code', key)?.real?.path.at(-1) === 'name';
  });
}

export function projectEntry({ text, home }: Piece, root: Node): ProjectEntry {
  return {
    kind: 'project',
    file: 'GenesysProject',
    text,
    home,
    node: root,
    map: mapOf(root),
    issues: schemaIssues('project', root),
  };
}

export function queryEntry({ text, home }: Piece, root: Node, file: QueryKind, document: number): QueryEntry {
  return { kind: 'query', file, document, text, home, node: root, map: mapOf(root), issues: schemaIssues(file, root) };
}

export function surveyEntry({ text, home }: Piece, root: Node): SurveyEntry {
  return {
    kind: 'survey',
    file: 'SurveyRules',
    text,
    home,
    node: root,
    map: mapOf(root),
    issues: surveyIssues(root),
  };
}

function mapOf(node: Node): MapNode | undefined {
  return node.kind === 'map' ? node : undefined;
}

/** Where to point when something about the whole entry is meant: its name, else its first key, else the node. */
export function signOf(entry: Entry): Span {
  const name = childOf(entry.map, 'name');
  if (entry.kind === 'code' && name !== undefined && name.span.end > name.span.start) return name.span;
  return firstKey(entry) ?? entry.node.span;
}

/** The first key of an entry. */
export function firstKey(entry: Entry): Span | undefined {
  return entry.map?.pairs[0]?.key.span;
}

/** A field of an entry. */
export function field(entry: Entry, key: string): Node | undefined {
  return childOf(entry.map, key);
}

export function fieldPair(entry: Entry, key: string): Pair | undefined {
  return pairOf(entry.map, key);
}
