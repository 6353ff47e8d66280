/** Taking an apply back, for hosts. */
export type { PlanUndoRequest } from './planUndo.ts';
export { planUndo } from './planUndo.ts';
