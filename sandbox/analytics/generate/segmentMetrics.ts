/**
 * The times of a session, read off its segments so that they cannot disagree.
 *
 * Each segment gives one value when it ends: alert → tAlert, interact → tTalk, hold → tHeld, wrapup → tAcw, and so on.
 * The `…Complete` value is the sum over the session, given when the last such segment of the session ends.
 * tHandle is given once, when the last of what it counts ends: the sum of talk, hold, after-call work, dialing and
 * contacting; in an agent's callback session the active callback and after-call work. Alerting, parked and transmitting
 * time is no handle time. Published examples have talk + after-call work = tHandle; the rest is inferred.
 */
import type { Leg } from './leg.ts';
import { emit } from './leg.ts';
import type { EvaluatedMetric } from './metrics.ts';

interface Measure {
  readonly each: EvaluatedMetric;
  readonly complete?: EvaluatedMetric;
  /** Part of tHandle. */
  readonly handled?: true;
}

export type Measures = Readonly<Partial<Record<string, Measure>>>;

const acrossMedia: Measures = {
  alert: { each: 'tAlert' },
  parked: { each: 'tPark', complete: 'tParkComplete' },
  transmitting: { each: 'tTransmitting' },
  wrapup: { each: 'tAcw', handled: true },
};

/** An agent's session, all media but callbacks. */
export const agentMeasures: Measures = {
  ...acrossMedia,
  interact: { each: 'tTalk', complete: 'tTalkComplete', handled: true },
  hold: { each: 'tHeld', complete: 'tHeldComplete', handled: true },
  dialing: { each: 'tDialing', handled: true },
  contacting: { each: 'tContacting', handled: true },
};

/** An agent's callback session. */
export const callbackMeasures: Measures = {
  ...acrossMedia,
  interact: { each: 'tActiveCallback', complete: 'tActiveCallbackComplete', handled: true },
};

/** The call within a callback: its time is part of the active callback, so it has no tHandle of its own. */
export const innerCallMeasures: Measures = {
  interact: { each: 'tTalk', complete: 'tTalkComplete' },
  hold: { each: 'tHeld', complete: 'tHeldComplete' },
  dialing: { each: 'tDialing' },
};

/** A supervisor's session. */
export const supervisorMeasures: Measures = {
  monitoring: { each: 'tMonitoring', complete: 'tMonitoringComplete' },
  coaching: { each: 'tCoaching', complete: 'tCoachingComplete' },
  barging: { each: 'tBarging' },
  screenmonitoring: { each: 'tScreenMonitoring' },
};

export function measure(leg: Leg, measures: Measures): void {
  const totals = new Map<EvaluatedMetric, { sum: number; end: number }>();
  let [handled, handledUntil] = [0, -1];
  for (const segment of leg.session.segments) {
    const found = measures[segment.type];
    if (!found) continue;
    const ms = segment.end - segment.start;
    emit(leg, found.each, ms, segment.end);
    if (found.complete)
      totals.set(found.complete, { sum: (totals.get(found.complete)?.sum ?? 0) + ms, end: segment.end });
    if (found.handled) [handled, handledUntil] = [handled + ms, segment.end];
  }
  for (const [name, { sum, end }] of totals) emit(leg, name, sum, end);
  if (handledUntil >= 0) emit(leg, 'tHandle', handled, handledUntil);
}
