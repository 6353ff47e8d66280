import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Thrown where an answer would describe text that is no longer there; the client asks again. */
export class StaleDocument extends Error {}

export interface Runner {
  /**
   * Runs one handler: not at all when it was cancelled while it waited in line. A crash is logged with the
   * document's name and answered with `fallback`, so that one bad document cannot end the server. Rejects only
   * with the errors that the protocol has for cancelled and outdated requests, or with what `fallback` throws.
   */
  run<T>(feature: string, uri: string, token: CancellationToken, fallback: () => T, work: () => Promise<T>): Promise<T>;
}

export function createRunner(connection: Connection): Runner {
  return {
    async run(feature, uri, token, fallback, work) {
      // A cancellation that is already in the queue is read before the work starts.
      await nextTurn();
      throwIfCancelled(token);
      try {
        const result = await work();
        throwIfCancelled(token);
        return result;
      } catch (error) {
        if (error instanceof StaleDocument) throw outdated();
        if (error instanceof ResponseError) throw error;
        connection.console.error(`The ${feature} of ${uri} failed: ${describe(error)}`);
        return fallback();
      }
    },
  };
}

export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A crash as the log shows it: with its stack, since it is a bug of ours. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}

function outdated(): ResponseError {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The document changed meanwhile.');
}
