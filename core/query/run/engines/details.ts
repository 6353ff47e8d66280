/** Conversations one by one: `POST /api/v2/analytics/conversations/details/query`, page by page. */
import { GenesysError } from '../../../genesys/error.ts';
import type { AnalyticsConversation } from '../../../genesys/index.ts';
import type { Row, RunParts } from '../model.ts';
import { chosenDetailColumns, levelOf } from '../rows/columns.ts';
import { instantOf } from '../rows/cells.ts';
import { detailColumns } from '../rows/detailColumns.ts';
import { placesOf } from '../rows/levels.ts';
import { createLook } from '../rows/look.ts';
import { rowMatcher } from '../rows/matchingRows.ts';
import { createRowMaker } from '../rows/rowMaker.ts';
import { createDelivery } from './delivery.ts';
import { detailsNotes } from './detailsNotes.ts';
import type { PageFacts } from './detailPages.ts';
import { PAGE_SIZE, readPages } from './detailPages.ts';
import type { Engine, Ending } from './model.ts';
import { cancelledWords, cappedWords, failedWords, shiftedWords, stoppedWords } from './partial.ts';

export const runDetails: Engine = async (parts) => {
  const { query, genesys, signal } = parts;
  const delivery = createDelivery(parts);
  const rowsOf = rowSource(parts);
  let facts: PageFacts = { found: 0, repeats: 0 };
  let outside = 0;

  const ended = (partial?: string): Ending => ({
    ...(partial !== undefined && { partial }),
    notes: detailsNotes(parts, { ...facts, outside, ...rowsOf.counts() }),
    progress: delivery.progress,
  });

  try {
    const end = await readPages({
      ask: (pageNumber) =>
        genesys.analytics.conversationDetails(
          { ...query.body, paging: { pageSize: PAGE_SIZE, pageNumber } },
          { signal, onWait: (seconds) => delivery.wait(seconds) },
        ),
      onPage: async (fresh, now) => {
        facts = now;
        const within = fresh.filter((one) => !isOutside(one, query.interval));
        outside += fresh.length - within.length;
        delivery.page(now.found, now.totals?.most);
        return delivery.give(rowsOf.conversations(within));
      },
    });
    if (end === 'stopped') return ended(stoppedWords(delivery.progress.rows));
    if (end === 'capped') return ended(cappedWords(facts));
    return ended(end === 'shifted' ? shiftedWords(facts) : undefined);
  } catch (error) {
    if (!(error instanceof GenesysError)) throw error;
    if (signal.aborted) return ended(cancelledWords(facts));
    if (delivery.progress.pages === 0) throw error;
    return ended(failedWords(facts, error.failure, parts.names));
  }
};

interface RowSource {
  conversations(conversations: readonly AnalyticsConversation[]): readonly Row[];
  /** How many rows `output` dropped, and how many cells have no value that could be read. */
  counts(): { readonly excluded: number; readonly unmatched: number; readonly unreadable: number };
}

function rowSource({ query, names, catalogs, clock }: RunParts): RowSource {
  const level = levelOf(query.output.rows);
  const look = createLook(names, catalogs, () => clock.now());
  const maker = createRowMaker(chosenDetailColumns(query), detailColumns(level), query.output.exclude, look);
  const matches = query.output.match === 'rows' ? rowMatcher(level, query.body) : () => true;
  let unmatched = 0;
  return {
    conversations: (conversations) =>
      conversations.flatMap((conversation) => {
        const places = placesOf(level, conversation);
        const wanted = places.filter(matches);
        unmatched += places.length - wanted.length;
        return wanted.flatMap((place) => {
          const row = maker.make(place);
          return row === undefined ? [] : [row];
        });
      }),
    counts: () => ({ excluded: maker.excluded, unmatched, unreadable: maker.unreadable }),
  };
}

/** Published: the org selects what started on a day that the interval touches. Without a start that can be read it stays. */
function isOutside({ conversationStart }: AnalyticsConversation, { from, to }: RunParts['query']['interval']): boolean {
  const start = instantOf(conversationStart);
  return start !== undefined && (start < from || start >= to);
}
