/** A file without its items: its keys, read once for all edits of the items. */
import { newConversion, type Conversion } from '../convert.ts';
import { readDocuments, recoverDocuments, type Documents } from '../documents.ts';
import { parseYaml } from '../library.ts';
import { readPlainMap } from '../plain/readPlainItem.ts';
import type { DocumentNode, MapNode, Pair, SyntaxProblem } from '../tree.ts';
import { keyOf } from '../walk.ts';
import { breaksIn, byStart, mayBeClosedBelow, sharedOf } from './piece.ts';
import { codesIn } from './split.ts';
import type { Shared } from './sums.ts';

/** The tree of a file without its items. */
export interface Outline {
  readonly document: DocumentNode;
  readonly root: MapNode;
  /** The pair that the items belong to. */
  readonly codes: Pair;
  readonly problems: readonly SyntaxProblem[];
}

export interface Frame {
  readonly shared: Shared;
  readonly head: string;
  readonly tail: string;
  /** Both, one behind the other. */
  readonly text: string;
  /** Lines of the head. */
  readonly headBreaks: number;
  readonly tailBreaks: number;
  /** As it is read in a file without errors; undefined where the frame has some. */
  readonly whole: Outline | undefined;
  /** As it is read in a file with errors. */
  pieces(): Outline | undefined;
}

/** Undefined where `codes` is not what the lines say it is, or its reading depends on the items. */
export function readFrame(head: string, tail: string): Frame | undefined {
  const text = head + tail;
  const at = codesIn(head);
  const state = newConversion(text);
  const { documents, broken, entangled } = readPlain(state, text) ?? readDocuments(state, text);
  if (entangled || (broken && mayBeClosedBelow(text, parseYaml(text)))) return undefined;
  if (state.problems.some(({ code }) => code === 'alias-bomb')) return undefined;
  const read = outlineOf(documents, state.problems, at);
  if (read === undefined) return undefined;
  let pieces: { readonly outline: Outline | undefined } | undefined = broken ? { outline: read } : undefined;
  return {
    shared: sharedOf(state, broken),
    head,
    tail,
    text,
    headBreaks: breaksIn(head),
    tailBreaks: breaksIn(tail),
    whole: broken ? undefined : read,
    pieces: () => (pieces ??= { outline: inPieces(text, at) }).outline,
  };
}

/** Most heads are plain, and some are long. */
function readPlain(state: Conversion, text: string): Documents | undefined {
  const plain = readPlainMap(text);
  if (plain === undefined) return undefined;
  state.problems.push(...plain.problems);
  const { node } = plain;
  const span = { start: node.span.start, end: text.length };
  return { documents: [{ span, root: node }], broken: false, entangled: false };
}

/** As if there were an error among the items. */
function inPieces(text: string, at: number): Outline | undefined {
  const state = newConversion(text);
  return outlineOf(recoverDocuments(state, text, at), state.problems, at);
}

function outlineOf(
  documents: readonly DocumentNode[],
  problems: readonly SyntaxProblem[],
  at: number,
): Outline | undefined {
  const [document] = documents;
  const root = document?.root;
  if (document === undefined || documents.length > 1 || root?.kind !== 'map' || root.flow) return undefined;
  const [codes, another] = root.pairs.filter((pair) => keyOf(pair) === 'codes');
  if (codes?.key.span.start !== at || codes.value !== undefined || another !== undefined) return undefined;
  return { document, root, codes, problems: byStart(problems) };
}
