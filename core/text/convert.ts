/** Turns the nodes of the `yaml` library into our plain tree, resolving aliases within a budget. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Alias,
  type Pair as YamlPair,
  type YAMLMap,
  type YAMLSeq,
  type Scalar,
} from 'yaml';
import { duplicateKeys } from './duplicates.ts';
import type { Span } from './position.ts';
import type { MapNode, Node, Pair, ScalarNode, SyntaxProblem } from './tree.ts';

/** Nesting allowed, aliases included. Our files need about six levels; consumers recurse, so this guards their stack. */
export const maxDepth = 100;
/** Nodes that all aliases of one file may add when written out. Ten thousand codes that share a list of queues stay far below. */
export const maxAliasNodes = 500_000;

interface Weight {
  readonly nodes: number;
  readonly depth: number;
}

/** What is carried from one piece of a file to the next: anchors may be used across pieces. */
export interface Conversion {
  readonly text: string;
  readonly problems: SyntaxProblem[];
  readonly anchors: Map<string, Node | 'open'>;
  /** Only aliases ask for weights, so a text without anchors keeps none. */
  readonly weights: WeakMap<Node, Weight> | undefined;
  aliasNodes: number;
  /** Aliases met, whether they are known or not. */
  aliases: number;
}

export function newConversion(text: string): Conversion {
  return {
    text,
    problems: [],
    anchors: new Map(),
    weights: text.includes('&') ? new WeakMap() : undefined,
    aliasNodes: 0,
    aliases: 0,
  };
}

/** Converts one node of the library. `base` is the offset of the parsed piece in the file. */
export function convertNode(state: Conversion, node: unknown, base: number, depth: number): Node {
  const span = spanOf(node, base);
  if (isAlias(node)) return resolveAlias(state, node, span, depth);
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  if (anchor !== undefined) state.anchors.set(anchor, 'open');
  const converted = convertContent(state, node, span, base, depth);
  if (anchor !== undefined) state.anchors.set(anchor, converted);
  return converted;
}

function convertContent(state: Conversion, node: unknown, span: Span, base: number, depth: number): Node {
  if (isScalar(node)) return weigh(state, scalarOf(state, node, span), []);
  if (depth >= maxDepth && (isMap(node) || isSeq(node))) {
    report(state, 'too-deep', `This is nested more than ${maxDepth} levels deep. Write it flatter.`, {
      start: span.start,
      end: span.start + 1,
    });
    return weigh(state, nothing(span), []);
  }
  if (isMap(node)) return convertMap(state, node, span, base, depth);
  if (isSeq(node)) return convertSeq(state, node, span, base, depth);
  return weigh(state, nothing(span), []);
}

function convertMap(state: Conversion, node: YAMLMap, span: Span, base: number, depth: number): MapNode {
  const pairs = node.items.map((pair) => convertPair(state, pair, base, depth));
  state.problems.push(...duplicateKeys(pairs));
  const map: MapNode = { kind: 'map', span: toLast(span, node.flow === true, pairs), flow: node.flow === true, pairs };
  return weigh(
    state,
    map,
    pairs.flatMap((pair) => (pair.value === undefined ? [] : [pair.value])),
  );
}

function convertSeq(state: Conversion, node: YAMLSeq, span: Span, base: number, depth: number): Node {
  const items = node.items.map((item) => convertNode(state, item, base, depth + 1));
  return weigh(
    state,
    { kind: 'seq', span: toLast(span, node.flow === true, items), flow: node.flow === true, items },
    items,
  );
}

/** A block collection ends with its last child; the library counts the line break and comments behind it too. */
function toLast(span: Span, flow: boolean, children: readonly { readonly span: Span }[]): Span {
  const last = children.at(-1);
  return flow || last === undefined ? span : { start: span.start, end: Math.max(span.start, last.span.end) };
}

function convertPair(state: Conversion, pair: YamlPair, base: number, depth: number): Pair {
  const key = convertKey(state, pair.key, base, depth);
  const empty = pair.value === null || pair.value === undefined || isNothingWritten(pair.value);
  const value = empty ? undefined : convertNode(state, pair.value, base, depth + 1);
  const end = value?.span.end ?? colonAfter(state.text, key.span.end);
  return { span: { start: key.span.start, end: Math.max(key.span.end, end) }, key, value };
}

/** A key without value reaches to its colon. */
function colonAfter(text: string, offset: number): number {
  let at = offset;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return text[at] === ':' ? at + 1 : offset;
}

function convertKey(state: Conversion, node: unknown, base: number, depth: number): ScalarNode {
  const key = convertNode(state, node, base, depth + 1);
  if (key.kind === 'scalar') return key;
  report(state, 'complex-key', 'A key must be plain text here, not a list or another map.', key.span);
  const source = state.text.slice(key.span.start, key.span.end);
  return { kind: 'scalar', span: key.span, value: source, source, style: 'plain' };
}

function resolveAlias(state: Conversion, node: Alias, span: Span, depth: number): Node {
  state.aliases++;
  const target = state.anchors.get(node.source);
  if (target === undefined || target === 'open') {
    const why =
      target === 'open' ? 'stands inside itself, which never ends' : `has no anchor \`&${node.source}\` above it`;
    report(
      state,
      'unknown-anchor',
      `The alias \`*${node.source}\` ${why}. Put quotes around it if it is meant as text.`,
      span,
    );
    return weigh(state, nothing(span), []);
  }
  const weight = state.weights?.get(target) ?? { nodes: 1, depth: 1 };
  state.aliasNodes += weight.nodes;
  if (state.aliasNodes > maxAliasNodes || depth + weight.depth > maxDepth) {
    state.aliasNodes -= weight.nodes;
    const message =
      'Aliases that repeat aliases make this file grow beyond measure, so it is not read from here. Write the values out.';
    report(state, 'alias-bomb', message, span);
    return weigh(state, nothing(span), []);
  }
  const copy: Node = { ...target, span, alias: true };
  state.weights?.set(copy, weight);
  return copy;
}

function scalarOf(state: Conversion, node: Scalar, span: Span): ScalarNode {
  const source = state.text.slice(span.start, span.end).trimEnd();
  const style =
    node.type === 'QUOTE_SINGLE'
      ? 'single'
      : node.type === 'QUOTE_DOUBLE'
        ? 'double'
        : node.type?.startsWith('BLOCK_')
          ? 'block'
          : 'plain';
  return {
    kind: 'scalar',
    span: { start: span.start, end: span.start + source.length },
    value: plainValue(node.value),
    source,
    style,
  };
}

function plainValue(value: unknown): ScalarNode['value'] {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
      return value;
    default:
      return null;
  }
}

/** The library stands in an empty scalar of no width where nothing is written. */
function isNothingWritten(node: unknown): boolean {
  if (!isScalar(node) || node.anchor !== undefined || node.tag !== undefined || node.type !== 'PLAIN') return false;
  return node.range !== null && node.range !== undefined && node.range[0] === node.range[1];
}

function spanOf(node: unknown, base: number): Span {
  const range = isAlias(node) || isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
  return range ? { start: base + range[0], end: base + range[1] } : { start: base, end: base };
}

function nothing(span: Span): ScalarNode {
  return { kind: 'scalar', span, value: null, source: '', style: 'plain' };
}

function weigh<N extends Node>(state: Conversion, node: N, children: readonly Node[]): N {
  if (state.weights === undefined) return node;
  let nodes = 1;
  let depth = 0;
  for (const child of children) {
    const weight = state.weights.get(child);
    nodes += weight?.nodes ?? 1;
    depth = Math.max(depth, weight?.depth ?? 1);
  }
  state.weights.set(node, { nodes, depth: depth + 1 });
  return node;
}

function report(state: Conversion, code: SyntaxProblem['code'], message: string, span: Span): void {
  state.problems.push({ code, message, span });
}
