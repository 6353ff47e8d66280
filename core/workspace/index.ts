/** The project's files as data. */
export { fileKindOf, isOurFile, type NamedKind } from '../check/fileKind.ts';
export { catalogCodes, effectiveTags } from './catalogCodes.ts';
export { NO_CODES, projectCodes, type ProjectCodes } from './projectCodes.ts';
export { readQueries } from './queries.ts';
export { elsewhereIn } from './elsewhere.ts';
export { declaredQueueNames, declaredQueues } from './queues.ts';
export { isClean, readCatalogs, readProject } from './read.ts';
