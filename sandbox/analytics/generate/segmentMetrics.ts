/**
 * The times of an agent's session, read off its segments so that they cannot disagree.
 *
 * Each segment gives one value when it ends: alert → tAlert, interact → tTalk, hold → tHeld, wrapup → tAcw, and so on.
 * The `…Complete` value is the sum over the session, given when the last such segment of the session ends.
 * tHandle = tTalkComplete + tHeldComplete + tAcw + tDialing + tContacting, given when the last of these ends.
 * Alerting and parked time are no handle time. That dialing and contacting are is inferred.
 */
import type { Leg } from './leg.ts';
import { emit } from './leg.ts';
import type { EvaluatedMetric } from './metrics.ts';

interface Measure {
  readonly each: EvaluatedMetric;
  readonly complete?: EvaluatedMetric;
  readonly handled: boolean;
}

const measures: ReadonlyMap<string, Measure> = new Map<string, Measure>([
  ['alert', { each: 'tAlert', handled: false }],
  ['interact', { each: 'tTalk', complete: 'tTalkComplete', handled: true }],
  ['hold', { each: 'tHeld', complete: 'tHeldComplete', handled: true }],
  ['wrapup', { each: 'tAcw', handled: true }],
]);

export function emitSegmentMetrics(leg: Leg): void {
  const totals = new Map<EvaluatedMetric, { sum: number; end: number }>();
  let [handled, handledUntil] = [0, -1];
  for (const segment of leg.session.segments) {
    const measure = measures.get(segment.type);
    if (!measure) continue;
    const ms = segment.end - segment.start;
    emit(leg, measure.each, ms, segment.end);
    if (measure.complete) {
      totals.set(measure.complete, { sum: (totals.get(measure.complete)?.sum ?? 0) + ms, end: segment.end });
    }
    if (measure.handled) [handled, handledUntil] = [handled + ms, segment.end];
  }
  for (const [name, { sum, end }] of totals) emit(leg, name, sum, end);
  if (handledUntil >= 0) emit(leg, 'tHandle', handled, handledUntil);
  leg.session.metrics.sort((one, other) => one.at - other.at);
}
