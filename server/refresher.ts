import { type ClientCapabilities, CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import { trySend } from './trySend.ts';

/** Gives what asks the client to ask anew for all that depends on other files, the org or the time: once at a time. */
export function refresher(connection: Connection, client: ClientCapabilities): () => void {
  const inlays = client.workspace?.inlayHint?.refreshSupport === true;
  const lenses = client.workspace?.codeLens?.refreshSupport === true;
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    setImmediate(() => {
      isWaiting = false;
      if (inlays) void trySend(() => connection.languages.inlayHint.refresh());
      if (lenses) void trySend(() => connection.sendRequest(CodeLensRefreshRequest.type));
    });
  };
}
