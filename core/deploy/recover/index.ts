/** What became of earlier applies, and what is left of them, for hosts. */
export type { OrgState } from './orgState.ts';
export { readOrgState } from './orgState.ts';
export type { ChangeOutcome, Reconciled, ReconcileRequest } from './reconcile.ts';
export { reconcile } from './reconcile.ts';
export type { Rest } from './resume.ts';
export { planRest } from './resume.ts';
export type { KnownApply } from './unfinished.ts';
export { isCutOff, isInDoubt, isUndo, lastApply, readApply } from './unfinished.ts';
export { cutOffWords, foundWords, heldWords, instantWords, outcomeWords } from './words.ts';
