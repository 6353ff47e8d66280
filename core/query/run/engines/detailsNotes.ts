/** What a reader of the rows of conversations should know. */
import type { RunParts } from '../model.ts';
import { chosenDetailColumns } from '../rows/columns.ts';
import { counted, figure, makerNotes, was } from '../words.ts';
import type { PageFacts } from './detailPages.ts';
import { unreadNames } from './unreadNames.ts';

interface Facts extends PageFacts {
  /** Conversations that began outside the interval and were left out. */
  readonly outside: number;
  readonly excluded: number;
  readonly unreadable: number;
  readonly unmatched: number;
}

export function detailsNotes({ query, names }: RunParts, facts: Facts): readonly string[] {
  const { found, repeats, totals, second, outside, unmatched } = facts;
  const keys = chosenDetailColumns(query).map(({ key }) => key);
  return [
    ...when(
      outside > 0,
      `${counted(outside, 'conversation')} of the same days began outside the interval and ${outside === 1 ? 'is' : 'are'} left out: the API selects whole days (UTC).`,
    ),
    ...when(repeats > 0, `${counted(repeats, 'conversation')} came again on a later page and ${was(repeats)} dropped.`),
    ...(totals !== undefined && totals.least !== totals.most
      ? [
          `While the pages were read, the org counted from ${figure(totals.least)} to ${counted(totals.most, 'conversation')}.`,
        ]
      : []),
    ...(second === undefined ? [] : [secondWords(second, found)]),
    ...makerNotes(facts),
    ...when(
      unmatched > 0,
      `${counted(unmatched, 'row')} of matching conversations ${was(unmatched)} dropped by \`output.match: rows\`.`,
    ),
    ...when(
      query.body['aggregations'] !== undefined,
      'The answer to `aggregations` is not shown: the result has the conversations only.',
    ),
    ...unreadNames(keys, query.output, names),
  ];
}

const when = (holds: boolean, note: string): readonly string[] => (holds ? [note] : []);

function secondWords({ because, late }: NonNullable<PageFacts['second']>, found: number): string {
  const isFewer = because === 'fewer';
  const reason = isFewer ? 'Fewer conversations came than the org counted' : 'Conversations moved from page to page';
  const why = `${reason}, so all pages were read a second time.`;
  if (late > 0) return `${why} That found ${figure(late)} more.`;
  return isFewer
    ? `${why} That found no more than these ${figure(found)}: the org's count is approximate.`
    : `${why} That found no more.`;
}
