/** Plan and push, for hosts. The types are in model.ts. */
export { applyPlan } from './apply/apply.ts';
export type { ApplyRequest } from './apply/run.ts';
export { deletes, type OtherCatalog, projectAround } from './around.ts';
export * from './format/index.ts';
export { namedQueues } from './names.ts';
export { PlanRefused } from './orgGuard.ts';
export { makePlan } from './plan.ts';
export { applyReviewed, preparePlan } from './prepare.ts';
export type { ApplyReviewedRequest, PrepareRequest, ReviewedResult } from './prepare.ts';
export { ASKED_KINDS, type AskedKind, defaultSelection, selected, selectionWith } from './selection.ts';
export { readSnapshot } from './snapshot.ts';
export { pendingChanges } from './summary.ts';
export { type Wanted, wantedOf } from './wanted.ts';
