/** What all parts of a plan look at. */
import { ALL_DIVISIONS } from './codeChange.ts';
import type { DeclaredQueue } from './declaredQueues.ts';
import { declaredQueues } from './declaredQueues.ts';
import type { Desired } from './desired.ts';
import { desiredOf } from './desired.ts';
import type { Matched } from './match.ts';
import { matchAll } from './match.ts';
import type { NamedRef, OrgQueue, PlanRequest } from './model.ts';
import type { Finder } from './names.ts';
import { finderOf } from './names.ts';
import type { Membership } from './queueChanges.ts';
import { membershipOf } from './queueChanges.ts';

export interface PlanFacts {
  readonly request: PlanRequest;
  readonly findQueue: Finder<OrgQueue>;
  readonly findDivision: Finder<NamedRef>;
  readonly isOn: Membership;
  readonly desired: Desired;
  readonly matched: readonly Matched[];
  readonly declared: readonly DeclaredQueue[];
  /** The queues whose codes were read, in an order that does not depend on the org's list. */
  readonly readQueues: readonly OrgQueue[];
}

export function factsOf(request: PlanRequest): PlanFacts {
  const { org } = request;
  const findQueue = finderOf(org.queues, 'queue');
  const desired = desiredOf(request);
  return {
    request,
    findQueue,
    findDivision: finderOf([...org.divisions, ALL_DIVISIONS], 'division'),
    isOn: membershipOf(org),
    desired,
    matched: matchAll(desired.codes, org.codes),
    declared: declaredQueues(request, findQueue),
    readQueues: org.queues.filter(({ id }) => Object.hasOwn(org.queueCodes, id)).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
