/** The groups that a session's metrics belong to, and whether the filter takes them. */
import type { Switches } from '../../switches.ts';
import { dimensionPlaces } from '../dimensions.ts';
import { filterTest } from '../filter.ts';
import type { Filter } from '../filterModel.ts';
import type { Conversation, Participant, Session } from '../model.ts';
import { readerOf } from '../places.ts';
import { type Value, valuesTest } from '../predicate.ts';
import type { AggregatesQuery } from './model.ts';

/** Metrics are counted by session, so a dimension of segments has all values of the session's segments (inferred). */
export interface SessionContext {
  readonly conversation: Conversation;
  readonly participant: Participant;
  readonly session: Session;
}

export type Group = Readonly<Record<string, string>>;

/** One metric of a session. */
interface Emitted {
  readonly context: SessionContext;
  readonly metric: string;
}

type Reader = (emitted: Emitted) => readonly Value[];

/** The metrics that carry the code if only those of after-call work do. */
const afterWork: ReadonlySet<string> = new Set(['tAcw', 'tHandle']);

export function sessionTest(
  filter: Filter | undefined,
  switches: Switches,
): (context: SessionContext, metric: string) => boolean {
  if (!filter) return () => true;
  const test = filterTest<Emitted>(filter, (predicate) => {
    const [read, holds] = [dimensionReader(predicate.dimension ?? '', switches), valuesTest(predicate, switches)];
    return (emitted) => holds(read(emitted));
  });
  return (context, metric) => test({ context, metric });
}

/**
 * One group for each combination of the values of `groupBy`; without `groupBy` one group for all. With
 * `flattenMultivaluedDimensions` several values are one, joined by commas; without it the data counts in each of their
 * groups (inferred).
 */
export function groupsOf(
  { groupBy = [], flattenMultivaluedDimensions = false }: AggregatesQuery,
  switches: Switches,
): (context: SessionContext, metric: string) => readonly Group[] {
  const readers = [...new Set(groupBy)].map((name) => ({ name, read: dimensionReader(name, switches) }));
  return (context, metric) => {
    let groups: readonly Group[] = [{}];
    for (const { name, read } of readers) {
      const all = read({ context, metric }).map(String);
      const values = flattenMultivaluedDimensions && all.length > 1 ? [all.join(',')] : all;
      if (values.length === 0 && switches.groupWithoutValue === 'leftOut') return [];
      if (values.length > 0) groups = groups.flatMap((group) => values.map((value) => ({ ...group, [name]: value })));
    }
    return groups;
  };
}

function dimensionReader(dimension: string, switches: Switches): Reader {
  const place = dimensionPlaces[dimension];
  if (place === undefined) return () => [];
  const isOfSegments = place.startsWith('segment.');
  const read = readerOf(place.replace(/^segment\./, 'session.segments.'));
  const isCode = dimension === 'wrapUpCode' && switches.wrapUpCodeMetrics === 'afterWork';
  return ({ context, metric }) => {
    if (isCode && !afterWork.has(metric)) return [];
    const values = read(context);
    return isOfSegments && values.length > 1 ? [...new Set(values)] : values;
  };
}
