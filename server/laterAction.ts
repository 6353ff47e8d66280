import { type ClientCapabilities, Range } from 'vscode-languageserver';
import type { WholeFileActionId } from '#core/refactor/index.ts';
import type { FixesOf } from './quickFixes.ts';

/** An action whose edits are made when it is chosen; `version` is of the document that it was offered for. */
export type LaterAction = { readonly uri: string; readonly version: number } & (
  | { readonly id: WholeFileActionId; readonly range: Range }
  | { readonly fixesOf: FixesOf }
);

/** True where the client asks for the edits of an action when it is chosen. */
export function canResolve(client: ClientCapabilities): boolean {
  return client.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
}

/** It comes back from the client, so it may be of anybody. */
export function isLaterAction(data: unknown): data is LaterAction {
  if (typeof data !== 'object' || data === null || !('uri' in data && 'version' in data)) return false;
  if (typeof data.uri !== 'string' || typeof data.version !== 'number') return false;
  if ('fixesOf' in data) return isFixesOf(data.fixesOf);
  return 'id' in data && typeof data.id === 'string' && 'range' in data && Range.is(data.range);
}

function isFixesOf(data: unknown): data is FixesOf {
  if (typeof data !== 'object' || data === null || !('code' in data && typeof data.code === 'string')) return false;
  return !('title' in data) || typeof data.title === 'string';
}
