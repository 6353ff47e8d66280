import { type BlockData, textAt } from '../store/index.ts';
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
    const texts = Array.from(some, (row) => textAt(folded, row));
    const depth = from + commonLength(texts, from);
    const { high, low, exact, ended } = keysOf(texts, depth, descending);
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

/** How many characters all texts share from there on: ids often begin alike. */
function commonLength(texts: readonly string[], from: number): number {
  const [first = ''] = texts;
  let end = first.length;
  for (const text of texts) {
    let at = from;
    while (at < end && text.charCodeAt(at) === first.charCodeAt(at)) at += 1;
    end = at;
    if (end <= from) return 0;
  }
  return Math.max(0, end - from);
}

interface Keys {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** Whether equal keys mean equal characters. */
  readonly exact: boolean;
  /** Whether no text goes on after its key. */
  readonly ended: boolean;
}

/** A byte for each of eight characters. Those beyond Latin-1 count as one, so that their order is for comparing to find. */
function keysOf(texts: readonly string[], depth: number, descending: boolean): Keys {
  const high = new Uint32Array(texts.length);
  const low = new Uint32Array(texts.length);
  const invert = descending ? 0xffff_ffff : 0;
  let exact = true;
  let ended = true;
  for (const [position, text] of texts.entries()) {
    const byte = (index: number): number => {
      const at = depth + index;
      if (at >= text.length) return 0;
      const code = text.charCodeAt(at);
      // 0 is the end of a text, and 255 is whatever has no byte of its own.
      if (code > 0 && code < 255) return code;
      exact = false;
      return code === 0 ? 0 : 255;
    };
    high[position] = ((byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3)) ^ invert;
    low[position] = ((byte(4) << 24) | (byte(5) << 16) | (byte(6) << 8) | byte(7)) ^ invert;
    if (text.length > depth + KEY_LENGTH) ended = false;
  }
  return { high, low, exact, ended: ended && exact };
}

/** Stretches of more than one item with equal keys. */
function* runsOf(order: Uint32Array, high: Uint32Array, low: Uint32Array): Iterable<readonly [number, number]> {
  let start = 0;
  for (let end = 1; end <= order.length; end += 1) {
    const [a, b] = [order[start] ?? 0, order[end] ?? 0];
    if (end < order.length && high[a] === high[b] && low[a] === low[b]) continue;
    if (end - start > 1) yield [start, end];
    start = end;
  }
}
