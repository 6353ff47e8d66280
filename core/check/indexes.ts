/**
 * What rules may know beyond their own entry. Built once per file from its entries; each index is a map
 * from a key to its uses, so that an entry's uses can later be taken out and put in again.
 */
import { promptFacts } from '../contract/afterCallWork.ts';
import type { GenesysProject, NamingPolicy } from '../contract/generated/files.ts';
import { normaliseName } from '../contract/names.ts';
import type { CatalogCode, OrgNames } from '../query/model.ts';
import type { Span } from '../text/position.ts';
import type { Node, SeqNode, SyntaxProblem } from '../text/tree.ts';
import { childOf, isText, keyOf, textsOf } from '../text/walk.ts';
import { fieldPair, type CodeEntry, type HeadEntry } from './entry.ts';
import { isMeantBy } from './meant.ts';
import type { ProjectFacts } from './projectFacts.ts';
import { newSuggest, type Suggest } from './suggest.ts';

/** A text that some entry uses. */
export interface Use {
  readonly text: string;
  readonly span: Span;
  readonly entry: CodeEntry | HeadEntry;
}

/** Uses by normalised text, in the order of the file. */
export type UseIndex = ReadonlyMap<string, readonly Use[]>;

/** What a queue's declaration says. */
export interface DeclaredQueue extends Use {
  /** The after-call work prompt it declares, where it is a known one. */
  readonly prompt: { readonly value: string; readonly mandatory: boolean; readonly span: Span } | undefined;
}

/** What the host knows beyond the file. */
export interface CheckContext {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The project file, where it was read without errors. */
  readonly project?: GenesysProject;
  /** Normalised names of queues that other catalogs of the project declare. */
  readonly queuesElsewhere?: ReadonlySet<string>;
  /** Queues that catalogs of the project declare, as they are written: for completion. */
  readonly queueNames?: readonly string[];
  /** The codes of all catalogs of the project. Absent where not all could be read: then no code is known to be missing. */
  readonly catalogs?: readonly CatalogCode[];
  /** Counts over all catalogs of the project, for completion and hover. Absent: the file at hand is all there is. */
  readonly facts?: ProjectFacts;
  /** What the org knows, from one reading. Absent while nobody is signed in: then nothing is said about names. */
  readonly org?: OrgNames;
}

/** Of one catalog. The first four span all catalogs of the file. */
export interface Indexes {
  readonly names: UseIndex;
  readonly codes: UseIndex;
  readonly formerly: UseIndex;
  /** Codes that are on a queue, one use per code, by normalised queue name. */
  readonly queueUses: UseIndex;
  readonly queues: ReadonlyMap<string, readonly DeclaredQueue[]>;
  /** False where a declaration of queues could not be read: then nothing is known to be undeclared. */
  readonly queuesAreKnown: boolean;
  /** The declared names as written, and the names of the categories. */
  readonly queueNames: readonly string[];
  readonly categoryNames: readonly string[];
  readonly suggest: Suggest;
  /** Category to subcategories, where these could be read; absent where the catalog has no matrix, or a broken one. */
  readonly categories: ReadonlyMap<string, ReadonlySet<string> | undefined> | undefined;
  /** The catalog's `categories` as written, for fixes. */
  readonly matrix: Node | undefined;
  readonly head: HeadEntry;
  readonly defaultQueues: SeqNode | undefined;
  readonly naming: NamingPolicy;
  readonly context: CheckContext;
}

/** Indexes that span all catalogs of a file. */
export interface FileIndexes {
  readonly names: Map<string, Use[]>;
  readonly codes: Map<string, Use[]>;
  readonly formerly: Map<string, Use[]>;
  readonly queueUses: Map<string, Use[]>;
  readonly queues: Map<string, DeclaredQueue[]>;
  queuesAreKnown: boolean;
  readonly suggest: Suggest;
}

export function newFileIndexes(): FileIndexes {
  return {
    names: new Map(),
    codes: new Map(),
    formerly: new Map(),
    queueUses: new Map(),
    queues: new Map(),
    queuesAreKnown: true,
    suggest: newSuggest(),
  };
}

/** Adds one code's uses. `defaultQueues` counts where the code has no queues of its own. */
export function addCode(indexes: FileIndexes, entry: CodeEntry, defaultQueues: SeqNode | undefined): void {
  const name = childOf(entry.map, 'name');
  if (isText(name)) add(indexes.names, { text: name.value, span: name.span, entry });
  const code = childOf(entry.map, 'code');
  if (isText(code)) add(indexes.codes, { text: code.value, span: code.span, entry });
  for (const { value, span } of textsOf(childOf(entry.map, 'formerly')))
    add(indexes.formerly, { text: value, span, entry });
  const state = childOf(entry.map, 'state');
  if (isText(state) && state.value !== 'active') return;
  const seen = new Set<string>();
  for (const { value, span } of textsOf(childOf(entry.map, 'queues') ?? defaultQueues)) {
    const key = normaliseName(value);
    if (seen.has(key)) continue;
    seen.add(key);
    add(indexes.queueUses, { text: value, span, entry });
  }
}

/** Adds the queues that a head declares. A list of names is not how it is done, and says as well which queues there are. */
export function addHead(indexes: FileIndexes, entry: HeadEntry, problems: readonly SyntaxProblem[]): void {
  const pair = fieldPair(entry, 'queues');
  const queues = pair?.value;
  const isRead =
    pair === undefined ? !isMeantBy(entry, entry.map, [], 'queues') : queues === undefined || queues.kind !== 'scalar';
  if (!isRead || isBroken(entry, 'queues', problems)) indexes.queuesAreKnown = false;
  for (const { value, span } of textsOf(queues)) add(indexes.queues, { text: value, span, entry, prompt: undefined });
  if (queues?.kind !== 'map') return;
  for (const declared of queues.pairs) {
    const text = keyOf(declared);
    add(indexes.queues, { text, span: declared.key.span, entry, prompt: promptOf(declared.value) });
  }
}

/** True where the YAML of a key of the head, up to the next one, has problems, so that not all of it may have been read. */
function isBroken({ map }: HeadEntry, key: string, problems: readonly SyntaxProblem[]): boolean {
  const regionOf = (name: string): Span => {
    const index = map?.pairs.findIndex((pair) => keyOf(pair) === name) ?? -1;
    return { start: map?.pairs[index]?.span.start ?? Infinity, end: map?.pairs[index + 1]?.span.start ?? Infinity };
  };
  const [own, codes] = [regionOf(key), regionOf('codes')];
  const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset < end;
  // A key that is not there may be the one that could not be read.
  return problems.some(
    ({ code, span }) =>
      code !== 'duplicate-key' && (own.start === Infinity ? !holds(codes, span.start) : holds(own, span.start)),
  );
}

/** The view that rules get of one catalog. */
export function catalogIndexes(
  file: FileIndexes,
  head: HeadEntry,
  context: CheckContext,
  problems: readonly SyntaxProblem[],
): Indexes {
  const matrix = childOf(head.map, 'categories');
  const categories = isBroken(head, 'categories', problems) ? undefined : categoriesOf(matrix);
  return {
    ...file,
    head,
    matrix,
    categories,
    queueNames: [...file.queues.values()].flatMap(([first]) => (first === undefined ? [] : [first.text])),
    categoryNames: [...(categories?.keys() ?? [])],
    defaultQueues: defaultQueuesOf(head),
    naming: namingOf(head, context),
    context,
  };
}

export function defaultQueuesOf(head: HeadEntry): SeqNode | undefined {
  const queues = childOf(childOf(head.map, 'defaults'), 'queues');
  return queues?.kind === 'seq' ? queues : undefined;
}

function namingOf(head: HeadEntry, { project }: CheckContext): NamingPolicy {
  const own = childOf(head.map, 'naming');
  if (isText(own) && (own.value === 'portable' || own.value === 'platform')) return own.value;
  return project?.naming ?? 'portable';
}

function categoriesOf(matrix: Node | undefined): Indexes['categories'] {
  if (matrix?.kind !== 'map') return undefined;
  return new Map(matrix.pairs.map((pair) => [keyOf(pair), subcategoriesIn(pair.value)]));
}

function subcategoriesIn(node: Node | undefined): ReadonlySet<string> | undefined {
  if (isText(node)) return new Set([node.value]);
  return node?.kind === 'seq' ? new Set(textsOf(node).map(({ value }) => value)) : undefined;
}

function promptOf(declaration: Node | undefined): DeclaredQueue['prompt'] {
  const prompt = childOf(childOf(declaration, 'afterCallWork'), 'prompt');
  const facts = isText(prompt) ? promptFacts(prompt.value) : undefined;
  return isText(prompt) && facts ? { value: prompt.value, mandatory: facts.mandatory, span: prompt.span } : undefined;
}

function add<U extends Use>(index: Map<string, U[]>, use: U): void {
  const key = normaliseName(use.text);
  if (key === '') return;
  const uses = index.get(key);
  if (uses === undefined) index.set(key, [use]);
  else uses.push(use);
}
