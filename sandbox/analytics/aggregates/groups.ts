/** The groups that a session's metrics belong to. */
import type { Switches } from '../../switches.ts';
import type { SessionSide } from './sessionSide.ts';
import { dimensionReader } from './sessionSide.ts';
import type { AggregatesQuery } from './model.ts';

export type Group = Readonly<Record<string, string>>;

/**
 * One group for each combination of the values of `groupBy`; without `groupBy` one group for all. With
 * `flattenMultivaluedDimensions` several values are one, joined by commas; without it the data counts in each of their
 * groups (inferred).
 */
export function groupsOf(
  { groupBy = [], flattenMultivaluedDimensions = false }: AggregatesQuery,
  switches: Switches,
): (side: SessionSide) => readonly Group[] {
  const readers = [...new Set(groupBy)].map((name) => ({ name, read: dimensionReader(name) }));
  return (side) => {
    let groups: readonly Group[] = [{}];
    for (const { name, read } of readers) {
      const all = read(side).map(String);
      const values = flattenMultivaluedDimensions && all.length > 1 ? [all.join(',')] : all;
      if (values.length === 0 && switches.groupWithoutValue === 'leftOut') return [];
      if (values.length > 0) groups = groups.flatMap((group) => values.map((value) => ({ ...group, [name]: value })));
    }
    return groups;
  };
}
