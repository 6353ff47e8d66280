/** What an entry says that other entries may want to know. */
import { promptFacts } from '../../contract/afterCallWork.ts';
import type { NamingPolicy } from '../../contract/generated/files.ts';
import { normaliseName } from '../../contract/names.ts';
import type { Span } from '../../text/position.ts';
import type { Node, SeqNode, SyntaxProblem } from '../../text/tree.ts';
import { childOf, isText, keyOf, textsOf } from '../../text/walk.ts';
import { field, fieldPair, type CodeEntry, type HeadEntry } from '../entry.ts';
import type { DeclaredQueue, Matrix, Use } from './indexes.ts';
import { isMeantBy } from '../meant.ts';

/** What a code uses, by normalised text. Texts that hold nothing name nothing. */
export interface KeyedUse<U extends Use = Use> {
  readonly key: string;
  readonly use: U;
}

export type NameKind = 'names' | 'codes' | 'formerly';

/** Its name, its `code` and its earlier names. */
export function namesOf(entry: CodeEntry, kind: NameKind): readonly KeyedUse[] {
  if (kind === 'formerly') {
    const earlier = field(entry, kind);
    return earlier === undefined ? none : textsOf(earlier).flatMap((node) => keyed(node, entry));
  }
  const node = field(entry, kind === 'names' ? 'name' : 'code');
  return isText(node) ? keyed(node, entry) : none;
}

const none: readonly KeyedUse[] = [];

function keyed(
  { value: text, span }: { readonly value: string; readonly span: Span },
  entry: CodeEntry,
): readonly KeyedUse[] {
  const key = normaliseName(text);
  return key === '' ? none : [{ key, use: { text, span, entry } }];
}

/** A queue that is named in a list. */
export interface NamedQueue {
  readonly key: string;
  readonly text: string;
  readonly span: Span;
}

/** The queues that an active code is on by its own list, each once; `default` where it has none; nothing for other codes. */
export function queuesOf(entry: CodeEntry): readonly NamedQueue[] | 'default' {
  const state = field(entry, 'state');
  if (isText(state) && state.value !== 'active') return [];
  const queues = field(entry, 'queues');
  return queues === undefined ? 'default' : namedQueues(queues);
}

function namedQueues(list: Node): readonly NamedQueue[] {
  if (list.kind !== 'seq') return [];
  const found: NamedQueue[] = [];
  // Thousands of codes are on one or two queues each, and few lists are long.
  const keys = list.items.length > few ? new Set<string>() : undefined;
  const isKnown = (key: string): boolean => keys?.has(key) ?? found.some((queue) => queue.key === key);
  for (const item of list.items) {
    const key = isText(item) ? normaliseName(item.value) : '';
    if (!isText(item) || key === '' || isKnown(key)) continue;
    keys?.add(key);
    found.push({ key, text: item.value, span: item.span });
  }
  return found;
}

const few = 8;

/** What the head of a catalog says to its codes and to other catalogs. */
export interface HeadFacts {
  /** Its own; absent where the project decides. */
  readonly naming: NamingPolicy | undefined;
  readonly hasDivision: boolean;
  /** Absent where it says nothing. */
  readonly defaultQueues: { readonly texts: readonly string[]; readonly named: readonly NamedQueue[] } | undefined;
  readonly declared: readonly KeyedUse<DeclaredQueue>[];
  /** False where its declaration of queues could not be read. */
  readonly queuesAreKnown: boolean;
  /** Absent where there is no matrix, or a broken one. */
  readonly matrix: Matrix | undefined;
}

/** `problems` are those of the YAML of the head's text. */
export function headFacts(head: HeadEntry, problems: readonly SyntaxProblem[]): HeadFacts {
  const own = field(head, 'naming');
  const list = defaultQueuesOf(head);
  return {
    naming: isText(own) && (own.value === 'portable' || own.value === 'platform') ? own.value : undefined,
    hasDivision: isText(field(head, 'division')),
    defaultQueues: list && { texts: textsOf(list).map(({ value }) => value), named: namedQueues(list) },
    declared: declaredIn(head),
    queuesAreKnown: queuesAreRead(head) && !isBroken(head, 'queues', problems),
    matrix: isBroken(head, 'categories', problems) ? undefined : matrixOf(field(head, 'categories')),
  };
}

export function defaultQueuesOf(head: HeadEntry): SeqNode | undefined {
  const queues = childOf(field(head, 'defaults'), 'queues');
  return queues?.kind === 'seq' ? queues : undefined;
}

function queuesAreRead(head: HeadEntry): boolean {
  const pair = fieldPair(head, 'queues');
  return pair === undefined
    ? !isMeantBy(head, head.map, [], 'queues')
    : pair.value === undefined || pair.value.kind !== 'scalar';
}

/** A list of names is not how it is done, and says as well which queues there are. */
function declaredIn(entry: HeadEntry): readonly KeyedUse<DeclaredQueue>[] {
  const queues = field(entry, 'queues');
  const listed = textsOf(queues).map(({ value: text, span }) => ({ text, span, entry, prompt: undefined }));
  const mapped = (queues?.kind === 'map' ? queues.pairs : []).map((pair) => ({
    text: keyOf(pair),
    span: pair.key.span,
    entry,
    prompt: promptOf(pair.value),
  }));
  return [...listed, ...mapped].flatMap((use) => {
    const key = normaliseName(use.text);
    return key === '' ? [] : [{ key, use }];
  });
}

function promptOf(declaration: Node | undefined): DeclaredQueue['prompt'] {
  const prompt = childOf(childOf(declaration, 'afterCallWork'), 'prompt');
  const facts = isText(prompt) ? promptFacts(prompt.value) : undefined;
  return isText(prompt) && facts ? { value: prompt.value, mandatory: facts.mandatory, span: prompt.span } : undefined;
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

function matrixOf(node: Node | undefined): Matrix | undefined {
  if (node?.kind !== 'map') return undefined;
  const categories = new Map(node.pairs.map((pair) => [keyOf(pair), subcategoriesIn(pair.value)]));
  return {
    has: (category) => categories.has(category),
    get: (category) => categories.get(category),
    names: [...categories.keys()],
    ownersOf: (subcategory) =>
      [...categories].flatMap(([category, listed]) => (listed?.has(subcategory) === true ? [category] : [])),
  };
}

function subcategoriesIn(node: Node | undefined): ReadonlySet<string> | undefined {
  if (isText(node)) return new Set([node.value]);
  return node?.kind === 'seq' ? new Set(textsOf(node).map(({ value }) => value)) : undefined;
}
