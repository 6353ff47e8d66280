/** Reads all pages of a details query, although totals move and pages shift while data arrives. */
import type { AnalyticsConversation, DetailsPage } from '../../../genesys/index.ts';

/** Inferred: an official example takes 200 for the most, other published clients ask for 100. */
export const PAGE_SIZE = 100;
/** The org's own words, with status 400: "Pagination may not exceed 100000 results." */
export const MOST_RESULTS = 100_000;

export interface PageReading {
  readonly ask: (pageNumber: number) => Promise<DetailsPage>;
  /** Conversations that were not seen before, after each page. False ends the reading. */
  readonly onPage: (fresh: readonly AnalyticsConversation[], facts: PageFacts) => Promise<boolean>;
}

/** What is known so far; changes while pages are read. */
export interface PageFacts {
  /** Different conversations. */
  readonly found: number;
  /** How often one came again on a later page of the same reading. */
  readonly repeats: number;
  /** The least and the greatest total that the org told. */
  readonly totals?: { readonly least: number; readonly most: number };
  /** Why all pages were read a second time, and how many conversations only that found. */
  readonly second?: { readonly because: 'fewer' | 'moved'; readonly late: number };
}

/**
 * `whole`: read to the end. `stopped`: `onPage` wanted no more. `capped`: the org gives no pages beyond. `shifted`: two
 * readings found different conversations and still fewer than the org counted.
 */
export type PageEnd = 'whole' | 'stopped' | 'capped' | 'shifted';

/**
 * The total is approximate and is not relied on: pages are read until one is empty, or short when as many were found as
 * the org counted. Fewer conversations than the greatest total may mean that pages shifted under the reader and hid some;
 * so may a conversation that comes again and a total that falls, although enough came. Then all pages are read once more;
 * if that finds nothing new, nothing was hidden and the result is whole.
 */
export async function readPages(reading: PageReading): Promise<PageEnd> {
  const state: State = {
    seen: new Set<string>(),
    repeats: 0,
    least: Infinity,
    most: -Infinity,
    last: -Infinity,
    fell: false,
    second: undefined,
  };
  const first = await readOnce(reading, state);
  const isMoved = state.repeats > 0 || state.fell;
  if (first !== 'whole' || !(isShort(state) || isMoved)) return first;
  const before = state.seen.size;
  state.second = { because: isShort(state) ? 'fewer' : 'moved', before };
  const again = await readOnce(reading, state);
  if (again !== 'whole') return again;
  return state.seen.size > before && isShort(state) ? 'shifted' : 'whole';
}

interface State {
  readonly seen: Set<string>;
  repeats: number;
  least: number;
  most: number;
  /** The total of the page before. */
  last: number;
  /** Some total was less than the one before it. */
  fell: boolean;
  /** With how many were seen before it. */
  second: { readonly because: 'fewer' | 'moved'; readonly before: number } | undefined;
}

async function readOnce({ ask, onPage }: PageReading, state: State): Promise<PageEnd> {
  const here = new Set<string>();
  for (let number = 1; number * PAGE_SIZE <= MOST_RESULTS; number++) {
    const { conversations, totalHits } = await ask(number);
    if (totalHits !== undefined) {
      state.least = Math.min(state.least, totalHits);
      state.most = Math.max(state.most, totalHits);
      state.fell ||= totalHits < state.last;
      state.last = totalHits;
    }
    const fresh: AnalyticsConversation[] = [];
    for (const conversation of conversations) {
      const id = conversation.conversationId;
      if (here.has(id) && state.second === undefined) state.repeats++;
      here.add(id);
      if (!state.seen.has(id)) fresh.push(conversation);
      state.seen.add(id);
    }
    if (!(await onPage(fresh, factsOf(state)))) return 'stopped';
    if (conversations.length === 0) return 'whole';
    if (conversations.length < PAGE_SIZE && isKnownToBeAll(state)) return 'whole';
  }
  return isKnownToBeAll(state) ? 'whole' : 'capped';
}

/** Without any total, only a repeat shows that pages moved. */
const isShort = ({ seen, most, repeats }: State): boolean => (most === -Infinity ? repeats > 0 : seen.size < most);

const isKnownToBeAll = (state: State): boolean => state.most !== -Infinity && !isShort(state);

const factsOf = ({ seen, repeats, least, most, second }: State): PageFacts => ({
  found: seen.size,
  repeats,
  ...(most !== -Infinity && { totals: { least, most } }),
  ...(second !== undefined && { second: { because: second.because, late: seen.size - second.before } }),
});
