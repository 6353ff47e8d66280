/** Keeps the problems of a project's files up to date while they are edited. */
export { newAllCells } from './cells.ts';
export { openLayout } from './layoutPart.ts';
export type { Beginning, Part, Shared } from './part.ts';
export { newQueueLedger } from './queueLedger.ts';
export { fact, mark, newTracker, noteFact, tell, type Reader } from './reader.ts';
export { newRuleReads } from './ruleReads.ts';
export { newRulesFor } from './rulesFor.ts';
export { openWhole } from './wholePart.ts';
