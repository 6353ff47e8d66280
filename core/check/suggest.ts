/** What was probably meant. */

/** The candidate closest to `text`; undefined where none is close enough to be meant. */
export function closest(text: string, known: Iterable<string>): string | undefined {
  return closestOf(text, [...known].map(prepare));
}

/** A candidate in the form in which it is compared. */
interface Candidate {
  readonly text: string;
  readonly simple: string;
  /** A bit for each of its letters and digits. */
  readonly letters: number;
}

function prepare(text: string): Candidate {
  const form = simple(text);
  return { text, simple: form, letters: lettersOf(form) };
}

function closestOf(text: string, candidates: readonly Candidate[]): string | undefined {
  const wanted = prepare(text);
  const distanceTo = distanceFrom(wanted.simple);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.simple.length / 3)) + 1;
  for (const candidate of candidates) {
    if (candidate.text === text || isFar(wanted, candidate, bestDistance)) continue;
    const distance = distanceTo(candidate.simple, bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate.text, distance];
  }
  return best ?? longer(wanted.simple, candidates);
}

/** The only candidate that the text is a part of: `success` for `BUSINESS_SUCCESS`. */
function longer(wanted: string, candidates: readonly Candidate[]): string | undefined {
  if (wanted.length < 3) return undefined;
  let found: string | undefined;
  for (const candidate of candidates) {
    if (!candidate.simple.includes(wanted)) continue;
    if (found !== undefined) return undefined;
    found = candidate.text;
  }
  return found;
}

/** True where the letters alone show that there are `limit` edits or more: an edit brings one letter at most, and takes one. */
function isFar(a: Candidate, b: Candidate, limit: number): boolean {
  if (Math.abs(a.simple.length - b.simple.length) >= limit) return true;
  return bitsIn(a.letters & ~b.letters) >= limit || bitsIn(b.letters & ~a.letters) >= limit;
}

function lettersOf(form: string): number {
  let letters = 0;
  for (let at = 0; at < form.length; at++) letters |= 1 << (form.charCodeAt(at) & 31);
  return letters;
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** Like `closest`, for many texts of one file. */
export type Suggest = (text: string, known: readonly string[]) => string | undefined;

interface Answers {
  readonly candidates: readonly Candidate[];
  readonly found: Map<string, string | undefined>;
}

/** Remembers what it found. Lists must be the same object each time. */
export function newSuggest(): Suggest {
  const lists = new WeakMap<readonly string[], Answers>();
  return (text, known) => {
    const answers = lists.get(known) ?? {
      candidates: known.map(prepare),
      found: new Map<string, string | undefined>(),
    };
    lists.set(known, answers);
    if (!answers.found.has(text)) answers.found.set(text, closestOf(text, answers.candidates));
    return answers.found.get(text);
  };
}

/** `Did you mean …?` as a piece of a message. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`;
}

function simple(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
    .slice(0, longest);
}

/** Compared texts have no more characters than this. */
const longest = 80;

/** Counts the edits from one text to others, a swap of neighbours being one edit. Anything from `limit` on may be returned as `limit`. */
function distanceFrom(wanted: string): (other: string, limit: number) => number {
  return wanted.length > 0 && wanted.length < 32 ? inBits(wanted) : (other, limit) => inRows(wanted, other, limit);
}

/** Hyyrö's bit-parallel form: a column of the table of edits is one number. */
function inBits(wanted: string): (other: string, limit: number) => number {
  const places = new Map<number, number>();
  const ascii = new Int32Array(128);
  for (let at = 0; at < wanted.length; at++) {
    const code = wanted.charCodeAt(at);
    places.set(code, (places.get(code) ?? 0) | (1 << at));
    if (code < 128) ascii[code] = places.get(code) ?? 0;
  }
  const last = 1 << (wanted.length - 1);
  return (other) => {
    let [up, down, diagonal, before, distance] = [-1, 0, 0, 0, wanted.length];
    for (let at = 0; at < other.length; at++) {
      const code = other.charCodeAt(at);
      const same = (code < 128 ? ascii[code] : places.get(code)) ?? 0;
      const swap = ((~diagonal & same) << 1) & before;
      diagonal = (((same & up) + up) ^ up) | same | down | swap;
      const right = down | ~(diagonal | up);
      const left = diagonal & up;
      if ((right & last) !== 0) distance++;
      if ((left & last) !== 0) distance--;
      const next = (right << 1) | 1;
      up = (left << 1) | ~(diagonal | next);
      down = next & diagonal;
      before = same;
    }
    return distance;
  };
}

function inRows(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const costs = [(above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1)];
      if (swapped) costs.push((before[j - 2] ?? 0) + 1);
      row.push(Math.min(...costs));
    }
    if (Math.min(...row) >= limit) return limit;
    before = above;
    above = row;
  }
  return Math.min(limit, above[b.length] ?? limit);
}
