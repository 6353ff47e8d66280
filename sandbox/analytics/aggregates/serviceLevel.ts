/** `oServiceLevel`, which is counted from other metrics. */
import { isJsonObject, type JsonObject } from '../../json.ts';
import type { Queue } from '../../org/model.ts';
import type { Session } from '../model.ts';
import type { Cell } from './data.ts';

/** Finds the service level target of a queue for a media type, a share of 1. */
export type Targets = (queueId: string, mediaType: string) => number | undefined;

export const serviceLevelParts = ['tAnswered', 'tAbandon', 'nOverSla'] as const;

/**
 * The numerator, answered less answered too late, is stated by the vendor. That the denominator is answered and
 * abandoned is inferred; an org can choose it. `target` is there where all queues of the group have the same one.
 */
export function serviceLevelOf({ metrics, targets }: Cell): JsonObject | undefined {
  const answered = metrics.get('tAnswered')?.count ?? 0;
  const denominator = answered + (metrics.get('tAbandon')?.count ?? 0);
  if (denominator === 0) return undefined;
  const numerator = answered - (metrics.get('nOverSla')?.sum ?? 0);
  const [target, another] = targets;
  const hasTarget = target !== undefined && another === undefined;
  return { ratio: numerator / denominator, numerator, denominator, ...(hasTarget ? { target } : {}) };
}

export function targetOf(session: Session, targets: Targets): number | undefined {
  const queueId = session.segments.find((segment) => segment.queueId !== undefined)?.queueId;
  return queueId === undefined ? undefined : targets(queueId, session.mediaType);
}

/** Targets from the queues' `mediaSettings`, in which voice is `call`. */
export function queueTargets(queues: ReadonlyMap<string, Queue>): Targets {
  return (queueId, mediaType) => {
    let found: unknown = queues.get(queueId)?.settings['mediaSettings'];
    for (const key of [mediaType === 'voice' ? 'call' : mediaType, 'serviceLevel', 'percentage']) {
      found = isJsonObject(found) ? found[key] : undefined;
    }
    return typeof found === 'number' ? found : undefined;
  };
}
