/** What the metrics of one session may be grouped and filtered by. */
import type { Switches } from '../../switches.ts';
import { dimensionPlaces } from '../dimensions.ts';
import { filterTest, type Test } from '../filter.ts';
import type { Filter } from '../filterModel.ts';
import type { Conversation, Participant, Session } from '../model.ts';
import { readerOf } from '../places.ts';
import { type Value, valuesTest } from '../predicate.ts';

/** Metrics are counted by session, so a dimension of segments has all values of the session's segments (inferred). */
export interface SessionSide {
  readonly conversation: Conversation;
  readonly participant: Participant;
  readonly session: Session;
  /** Whether the metric that is looked at carries the session's wrap-up code. */
  readonly hasCode: boolean;
}

/** The metrics that carry the code if only those of after-call work do. */
const afterWork: ReadonlySet<string> = new Set(['tAcw', 'tHandle']);

export function carriesCode(metric: string, switches: Switches): boolean {
  return switches.wrapUpCodeMetrics === 'session' || afterWork.has(metric);
}

export function sessionTest(filter: Filter | undefined, switches: Switches): Test<SessionSide> {
  if (!filter) return () => true;
  return filterTest<SessionSide>(filter, (predicate) => {
    const [read, holds] = [dimensionReader(predicate.dimension ?? ''), valuesTest(predicate, switches)];
    return (side) => holds(read(side));
  });
}

export function dimensionReader(dimension: string): (side: SessionSide) => readonly Value[] {
  const place = dimensionPlaces[dimension];
  if (place === undefined) return () => [];
  const isOfSegments = place.startsWith('segment.');
  const read = readerOf(place.replace(/^segment\./, 'session.segments.'));
  return (side) => {
    if (dimension === 'wrapUpCode' && !side.hasCode) return [];
    const values = read(side);
    return isOfSegments && values.length > 1 ? [...new Set(values)] : values;
  };
}
