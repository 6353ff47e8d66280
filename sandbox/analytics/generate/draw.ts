/**
 * Random draws for one conversation. The sandbox's other generator has 32 bits of state, which is too few here: among
 * hundreds of thousands of ids some would be equal. This one (sfc32) has 128.
 */
export interface Draw {
  /** Uniform in [0, 1). */
  next(): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** Uniform integer in [from, to], both included. */
  between(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  /** Whole milliseconds from `shortest` to `longest`: `typical` on average, most of them shorter, a few much longer. */
  time(shortest: number, typical: number, longest: number): number;
  /** A version 4 UUID in lower case. */
  uuid(): string;
}

/** Three numbers name a stream: equal ones give equal draws, others unrelated ones. */
export function createDraw(first: number, second: number, third: number): Draw {
  let [a, b, c, counter] = [first | 0, second | 0, third | 0, 1];
  const word = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum;
  };
  for (let round = 0; round < 15; round += 1) word();
  const next = (): number => (word() >>> 0) / 4294967296;
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick(list) {
      const picked = list[Math.floor(next() * list.length)];
      if (picked === undefined) throw new Error('There is nothing to pick from.');
      return picked;
    },
    time: (shortest, typical, longest) =>
      Math.min(longest, Math.round(shortest - Math.log(1 - next()) * (typical - shortest))),
    uuid: () => uuidOf(word(), (word() & 0xffff0fff) | 0x4000, (word() & 0x3fffffff) | 0x80000000, word()),
  };
}

const zero = '0'.charCodeAt(0);
const digits = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
const text = Buffer.alloc(36, '-');

/** Written into a buffer: a text put together with `+` keeps all its parts, and these texts live long. */
function uuidOf(one: number, two: number, three: number, four: number): string {
  write(0, one, 28, 0);
  write(9, two, 28, 16);
  write(14, two, 12, 0);
  write(19, three, 28, 16);
  write(24, three, 12, 0);
  write(28, four, 28, 0);
  return text.toString('latin1', 0, 36);
}

/** The digits of `word` from the bit `high` down to the bit `low`. */
function write(at: number, word: number, high: number, low: number): void {
  for (let shift = high, place = at; shift >= low; shift -= 4, place += 1) {
    text[place] = digits[(word >>> shift) & 15] ?? zero;
  }
}
