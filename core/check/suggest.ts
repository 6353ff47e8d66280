/** What was probably meant. */

/** The candidate closest to `text`; undefined where none is close enough to be meant. */
export function closest(text: string, known: Iterable<string>): string | undefined {
  const candidates = [...known];
  const wanted = simple(text);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    if (candidate === text) continue;
    const distance = distanceOf(wanted, simple(candidate), bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best ?? longer(wanted, candidates);
}

/** The only candidate that the text is a part of: `success` for `BUSINESS_SUCCESS`. */
function longer(wanted: string, candidates: readonly string[]): string | undefined {
  const found = wanted.length < 3 ? [] : candidates.filter((candidate) => simple(candidate).includes(wanted));
  return found.length === 1 ? found[0] : undefined;
}

/** Like `closest`, for many texts of one file. */
export type Suggest = (text: string, known: readonly string[]) => string | undefined;

/** Comparisons for one file. Beyond it nobody reads the suggestions: thousands of names are unknown then. */
const enough = 200_000;

/** Remembers what it found, and finds nothing more after `enough` comparisons. Lists must be the same object each time. */
export function newSuggest(): Suggest {
  const found = new Map<readonly string[], Map<string, string | undefined>>();
  let left = enough;
  return (text, known) => {
    const answers = found.get(known) ?? new Map<string, string | undefined>();
    found.set(known, answers);
    if (!answers.has(text)) {
      answers.set(text, left > 0 ? closest(text, known) : undefined);
      left -= known.length;
    }
    return answers.get(text);
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
    .slice(0, 80);
}

/** Edits between two texts, a swap of neighbours being one; anything from `limit` on is returned as `limit`. */
function distanceOf(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
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
