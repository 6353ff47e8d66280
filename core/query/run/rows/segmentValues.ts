/** The values that a segment has for a dimension of the published segment filters. */
import type { Cell } from '../model.ts';
import type { Place } from './places.ts';

/** Dimensions whose field in the answer has another name, with the way to it. A list on the way means each of its items. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  callbackNumber: ['callbackNumbers'],
  destinationAddress: ['destinationAddresses'],
  requestedRouting: ['requestedRoutings'],
  requestedRoutingSkillId: ['requestedRoutingSkillIds'],
  scoredAgentId: ['scoredAgents', 'scoredAgentId'],
  sipResponseCode: ['sipResponseCodes'],
  exitReason: ['flow', 'exitReason'],
  flowId: ['flow', 'flowId'],
  flowName: ['flow', 'flowName'],
  flowVersion: ['flow', 'flowVersion'],
  flowOutcome: ['flow', 'outcomes', 'flowOutcome'],
  flowOutcomeId: ['flow', 'outcomes', 'flowOutcomeId'],
  flowOutcomeValue: ['flow', 'outcomes', 'flowOutcomeValue'],
  transferTargetAddress: ['flow', 'transferTargetAddress'],
  transferTargetName: ['flow', 'transferTargetName'],
  transferType: ['flow', 'transferType'],
};

/** The answer has no field for them, so nothing can be said of a single row. */
const notAnswered: ReadonlySet<string> = new Set(['canonicalExternalContactId']);

export const isAnswered = (dimension: string): boolean => !notAnswered.has(dimension);

/** `place` is a segment. Its own field counts first, then its session's, then its participant's. */
export function segmentValues({ segment, session, participant }: Place, dimension: string): readonly Cell[] {
  const way = elsewhere[dimension] ?? [dimension];
  for (const part of [segment, session, participant]) {
    const values = valuesAt(part, way);
    if (values.length > 0) return values;
  }
  return [];
}

function valuesAt(value: unknown, [step, ...rest]: readonly string[]): readonly Cell[] {
  if (Array.isArray(value))
    return value.flatMap((item: unknown) => valuesAt(item, step === undefined ? [] : [step, ...rest]));
  if (step === undefined) return isCell(value) ? [value] : [];
  return isMap(value) ? valuesAt(value[step], rest) : [];
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isCell = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
