import { BLOCK_ROWS, type BlockData, textAt, type TextBlock } from '../store/index.ts';
import { foldBlock } from './foldBlock.ts';
import { radixOrder } from './radix.ts';

const KEY_LENGTH = 8;
/** Fewer rows than this are compared, more are sorted by the keys of their texts. */
const FEW = 2048;

/**
 * The rows of a column in the order of their texts, without regard to case, by code unit; equal ones stay as they
 * are. Meant for ids, of which a million must not take seconds.
 */
export function orderTexts({ blocks }: Pick<BlockData, 'blocks'>, rows: Uint32Array, descending: boolean): Uint32Array {
  const folded = blocks.map(foldBlock);
  const sign = descending ? -1 : 1;
  const compared = (some: Uint32Array, depth: number): Uint32Array => {
    const keyed = Array.from(some, (row) => ({ row, text: textAt(folded, row).slice(depth) }));
    keyed.sort((a, b) => (a.text < b.text ? -sign : a.text > b.text ? sign : 0));
    return Uint32Array.from(keyed, ({ row }) => row);
  };
  const ordered = (some: Uint32Array, from: number): Uint32Array => {
    if (some.length < FEW) return compared(some, from);
    const depth = sharedLength(folded, some, from);
    const { high, low, exact, ended } = keysOf(folded, some, depth, descending);
    const order = radixOrder(high, low);
    const result = order.map((position) => some[position] ?? 0);
    if (ended) return result;
    for (const [start, end] of runsOf(order, high, low)) {
      const run = result.slice(start, end);
      result.set(exact ? ordered(run, depth + KEY_LENGTH) : compared(run, depth), start);
    }
    return result;
  };
  return ordered(rows, 0);
}

/** Calls `look` with where each row's text lies: no string is made for a row. */
function eachText(
  blocks: readonly TextBlock[],
  rows: Uint32Array,
  look: (position: number, text: string, start: number, end: number) => void,
): void {
  for (let position = 0; position < rows.length; position += 1) {
    const row = rows[position] ?? 0;
    const index = row % BLOCK_ROWS;
    const block = blocks[(row - index) / BLOCK_ROWS];
    if (block) look(position, block.text, index === 0 ? 0 : (block.ends[index - 1] ?? 0), block.ends[index] ?? 0);
  }
}

/** How many characters all texts share, given that they share the first `from`: ids often begin alike. */
function sharedLength(blocks: readonly TextBlock[], rows: Uint32Array, from: number): number {
  const first = textAt(blocks, rows[0] ?? 0);
  let shared = first.length;
  eachText(blocks, rows, (_, text, start, end) => {
    const most = Math.min(shared, end - start);
    let at = Math.min(from, most);
    while (at < most && text.charCodeAt(start + at) === first.charCodeAt(at)) at += 1;
    shared = at;
  });
  return Math.max(from, shared);
}

interface Keys {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** Whether equal keys mean equal characters. */
  readonly exact: boolean;
  /** Whether no text goes on after its key. */
  readonly ended: boolean;
}

/** A byte for each of eight characters, up to the first that has no byte of its own: comparing goes on from there. */
function keysOf(blocks: readonly TextBlock[], rows: Uint32Array, depth: number, descending: boolean): Keys {
  const high = new Uint32Array(rows.length);
  const low = new Uint32Array(rows.length);
  const invert = descending ? 0xffff_ffff : 0;
  let exact = true;
  let ended = true;
  let isCut = false;
  const bytes = (text: string, from: number, end: number): number => {
    let key = 0;
    for (let at = from; at < from + KEY_LENGTH / 2; at += 1) {
      const code = at < end && !isCut ? text.charCodeAt(at) : 0;
      // 0 is the end of a text, and 255 stands for all that come after 254: what follows must not decide before they do.
      if (code > 254 || (code === 0 && at < end)) isCut = true;
      key = (key << 8) | Math.min(code, 255);
    }
    return key;
  };
  eachText(blocks, rows, (position, text, start, end) => {
    isCut = false;
    high[position] = bytes(text, start + depth, end) ^ invert;
    low[position] = bytes(text, start + depth + KEY_LENGTH / 2, end) ^ invert;
    if (isCut) exact = false;
    if (end - start > depth + KEY_LENGTH) ended = false;
  });
  return { high, low, exact, ended: ended && exact };
}

/** Stretches of more than one item with equal keys. */
function* runsOf(order: Uint32Array, high: Uint32Array, low: Uint32Array): Iterable<readonly [number, number]> {
  let start = 0;
  for (let end = 1; end <= order.length; end += 1) {
    const a = order[start] ?? 0;
    const b = order[end] ?? 0;
    if (end < order.length && high[a] === high[b] && low[a] === low[b]) continue;
    if (end - start > 1) yield [start, end];
    start = end;
  }
}
