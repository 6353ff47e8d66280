/** Where an org and the files, or two orgs, are not the same. */
export { compareSides, type Comparison, comparisonPatch, isSame, type Side } from './compare.ts';
export { type DriftRequest, driftProblems } from './drift.ts';
