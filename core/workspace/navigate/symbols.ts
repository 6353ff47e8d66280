/** Everything in a workspace that has a name, for a search over all files. */
import type { LiveText } from '../../text/live/index.ts';
import type { WorkspaceSymbol } from './model.ts';

/** At most so many are shown: who gets more types on. */
export const maxSymbols = 500;

/** The best first. The letters of `query` must come in this order, in any case; an empty one finds everything. */
export function workspaceSymbols(files: readonly LiveText[], query: string): readonly WorkspaceSymbol[] {
  void files;
  void query;
  return [];
}
