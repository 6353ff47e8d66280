/**
 * Regular expressions from a file, matched in time that grows with the text and never explodes. JavaScript's
 * own engine backtracks, so a pattern such as `(a+)+$` in a shared file could stop the editor. Here all
 * alternatives advance together, one character at a time.
 */
import { parsePattern, PatternError, type Tree } from './patternSyntax.ts';

export interface Pattern {
  /** True where the pattern is found somewhere in the text. */
  found(text: string): boolean;
}

export type PatternResult = { readonly pattern: Pattern } | { readonly error: string };

type State =
  | { readonly kind: 'take'; readonly takes: (character: string) => boolean; next: number }
  | { readonly kind: 'split'; ways: number[] }
  | { readonly kind: 'at'; readonly where: 'start' | 'end' | 'edge' | 'inside'; next: number }
  | { readonly kind: 'done' };

/** More steps than this come from repeats of repeats, such as `(a{100}){100}`. */
const maxStates = 5000;

/** Compiles a pattern, or says in words why that is not possible. Never throws. */
export function compilePattern(source: string): PatternResult {
  let known: RegExp;
  try {
    known = new RegExp(source, 'u');
  } catch (error) {
    return { error: `it is not a valid regular expression (${reasonOf(error)})` };
  }
  try {
    const states: State[] = [{ kind: 'done' }];
    const start = build(parsePattern(known.source), 0, states);
    return { pattern: { found: (text) => run(states, start, [...text]) } };
  } catch (error) {
    if (error instanceof PatternError) return { error: error.message };
    return { error: 'it is too complicated' };
  }
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split(': ').at(-1) ?? message).toLowerCase();
}

function add(states: State[], state: State): number {
  if (states.length >= maxStates) throw new PatternError('it repeats too much; use smaller numbers in its repeats');
  return states.push(state) - 1;
}

/** Builds the states of a tree so that they lead to `next`; gives the first one. */
function build(tree: Tree, next: number, states: State[]): number {
  switch (tree.kind) {
    case 'take':
      return add(states, { kind: 'take', takes: tree.takes, next });
    case 'at':
      return add(states, { kind: 'at', where: tree.where, next });
    case 'sequence':
      return tree.parts.reduceRight((after, part) => build(part, after, states), next);
    case 'choice':
      return add(states, { kind: 'split', ways: tree.ways.map((way) => build(way, next, states)) });
    case 'repeat':
      return buildRepeat(tree.part, tree.min, tree.max, next, states);
  }
}

function buildRepeat(part: Tree, min: number, max: number, next: number, states: State[]): number {
  let after = next;
  if (max === Infinity) {
    const loop: State = { kind: 'split', ways: [next] };
    after = add(states, loop);
    loop.ways.push(build(part, after, states));
  } else {
    for (let count = min; count < max; count++)
      after = add(states, { kind: 'split', ways: [next, build(part, after, states)] });
  }
  for (let count = 0; count < min; count++) after = build(part, after, states);
  return after;
}

function run(states: readonly State[], start: number, text: readonly string[]): boolean {
  // For each state the last place at which it was entered: cheaper than a set for each character.
  const entered = new Int32Array(states.length).fill(-1);
  let current: number[] = [];
  for (let at = 0; at <= text.length; at++) {
    if (enter(states, start, { at, text, entered, states: current })) return true;
    const following: number[] = [];
    const character = text[at];
    if (character === undefined) return false;
    const next = { at: at + 1, text, entered, states: following };
    for (const index of current) {
      const state = states[index];
      if (state?.kind === 'take' && state.takes(character) && enter(states, state.next, next)) return true;
    }
    current = following;
  }
  return false;
}

/** The states at one place of the text. */
interface Front {
  readonly at: number;
  readonly text: readonly string[];
  readonly entered: Int32Array;
  readonly states: number[];
}

/** Follows every way that takes no character; true where one of them is done. */
function enter(states: readonly State[], from: number, into: Front): boolean {
  const open = [from];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (into.entered[index] === into.at) continue;
    into.entered[index] = into.at;
    const state = states[index];
    if (state?.kind === 'done') return true;
    if (state?.kind === 'take') into.states.push(index);
    else if (state?.kind === 'split') open.push(...state.ways);
    else if (state?.kind === 'at' && holds(state.where, into.at, into.text)) open.push(state.next);
  }
  return false;
}

function holds(where: 'start' | 'end' | 'edge' | 'inside', at: number, text: readonly string[]): boolean {
  if (where === 'start') return at === 0;
  if (where === 'end') return at === text.length;
  const edge = isWord(text[at - 1]) !== isWord(text[at]);
  return where === 'edge' ? edge : !edge;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /^\w$/.test(character);
}
