/** Groups added up by the org: `POST /api/v2/analytics/conversations/aggregates/query`, one answer without pages. */
import { GenesysError } from '../../../genesys/error.ts';
import type { AggregateGroup } from '../../../genesys/index.ts';
import type { RunParts } from '../model.ts';
import { aggregateColumns } from '../rows/aggregateColumns.ts';
import { aggregateRows } from '../rows/aggregateRows.ts';
import { chosenAggregateColumns } from '../rows/columns.ts';
import { createLook } from '../rows/look.ts';
import { createRowMaker } from '../rows/rowMaker.ts';
import { makerNotes } from '../words.ts';
import type { Delivery } from './delivery.ts';
import { createDelivery } from './delivery.ts';
import type { Engine } from './model.ts';
import { stoppedWords } from './partial.ts';
import { unreadNames } from './unreadNames.ts';

export const runAggregates: Engine = async (parts) => {
  const { query, names, catalogs, clock } = parts;
  const delivery = createDelivery(parts);
  const chosen = chosenAggregateColumns(query);
  const look = createLook(names, catalogs, () => clock.now());
  const maker = createRowMaker(chosen, aggregateColumns(query.body), query.output.exclude, look);
  const keys = chosen.map(({ key }) => key);

  const groups = await ask(parts, delivery);
  if (groups === 'cancelled') {
    const partial = 'The run was cancelled before the org answered. Run the query again.';
    return { partial, notes: [], progress: delivery.progress };
  }
  delivery.page(groups.length, groups.length);
  const sources = groups.flatMap(aggregateRows);
  const isAll = await delivery.give(
    sources.flatMap((source) => {
      const row = maker.make(source);
      return row === undefined ? [] : [row];
    }),
  );
  const qualified = sources.some(({ qualifier }) => qualifier !== undefined) && !keys.includes('qualifier');
  const notes = [
    ...(groups.length === 0 ? ['The org found nothing to add up.'] : []),
    ...(qualified ? ['Some rows differ by what their metrics are qualified by: add the column `qualifier`.'] : []),
    ...makerNotes(maker),
    ...unreadNames(keys, query.output, names),
  ];
  const partial = isAll ? {} : { partial: stoppedWords(delivery.progress.rows) };
  return { ...partial, notes, progress: delivery.progress };
};

async function ask(
  { query, genesys, signal }: RunParts,
  delivery: Delivery,
): Promise<readonly AggregateGroup[] | 'cancelled'> {
  try {
    const options = { signal, onWait: (seconds: number) => delivery.wait(seconds) };
    return await genesys.analytics.conversationAggregates(query.body, options);
  } catch (error) {
    if (signal.aborted && error instanceof GenesysError) return 'cancelled';
    throw error;
  }
}
