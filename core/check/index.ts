/** What editors and the command line use: problems, completion, hover, symbols, folding. All plain data. */
export { check } from './check.ts';
export type { CheckContext } from './indexes/indexes.ts';
export { documentKind, fileKindOf, namesCodes, isOurFile, type NamedKind } from './fileKind.ts';
export type { Fix, Problem, Related, Severity } from './problem.ts';
export { inlaysOf } from './inlays/inlays.ts';
export { inlayKinds, usualInlays, type Inlay, type InlayKind } from './inlays/model.ts';
export { lensesOf, lensKinds, type Lens, type LensKind } from './lenses.ts';
export { complete, completeSome, type Completion } from './completion/complete.ts';
export type { CompletionItem } from './completion/completionItem.ts';
export { foldingOf, foldsOf, type FoldingRange } from './folding.ts';
export { hoverAt, type Hover } from './hover/hover.ts';
export { newCatalogFacts, type CatalogFacts } from './indexes/catalogFacts.ts';
export { factsOfFiles, projectFacts, type ProjectFacts } from './indexes/projectFacts.ts';
export { outlineOf, symbolsOf, type OutlineSymbol } from './symbols.ts';
