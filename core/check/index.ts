/** What editors and the command line use: problems, completion, hover, symbols, folding. All plain data. */
export { check } from './check.ts';
export type { CheckContext } from './indexes.ts';
export { documentKind, fileKindOf, isOurFile, type NamedKind } from './fileKind.ts';
export type { Fix, Problem, Related, Severity } from './problem.ts';
