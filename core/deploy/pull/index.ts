/** The org as a catalog, or in one. */
export { catalogText } from './catalogText.ts';
export type { LeftOut, PullFilter, Pulled, PullRequest } from './model.ts';
export { pullCatalog } from './orgCatalog.ts';
export { readForPull } from './readForPull.ts';
export { type Merged, type MergedEntry, mergeCatalog, type MergeRequest } from './merge.ts';
export { csvCatalog, type CsvResult } from './csvCatalog.ts';
