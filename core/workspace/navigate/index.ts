/** Finding and changing names over the files of a project. */
export { definitionsAt, referencesAt } from './definition.ts';
export { highlightsAt } from './highlight.ts';
export { documentLinks } from './links.ts';
export { mentioning } from './mention.ts';
export type {
  DocumentLink,
  Highlight,
  Location,
  NameKind,
  Reference,
  Refusal,
  RenamePlan,
  RenameStart,
  Role,
  SelectionRange,
  WorkspaceSymbol,
} from './model.ts';
export { prepareRename } from './prepareRename.ts';
export { rename } from './rename.ts';
export { selectionRanges } from './selection.ts';
export { maxSymbols, workspaceSymbols } from './symbols.ts';
