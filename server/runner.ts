import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { trySend } from './trySend.ts';

/** Thrown where an answer would describe text that is no longer there; the client asks again. */
export class StaleDocument extends Error {}

export interface Runner {
  /**
   * Runs one handler: not at all when it was cancelled while it waited in line. A crash is logged with the
   * document's name and answered with `fallback`, so that one bad document cannot end the server. Rejects only
   * with the errors that the protocol has for cancelled and outdated requests, or with what `fallback` throws.
   */
  run<T>(feature: string, uri: string, token: CancellationToken, fallback: () => T, work: () => Promise<T>): Promise<T>;
  /** Counts work that is no request as running, too. */
  hold<T>(work: Promise<T>): Promise<T>;
  /** Resolves when no handler is running. */
  idle(): Promise<void>;
}

export function createRunner(connection: Connection): Runner {
  let running = 0;
  let waiting: (() => void)[] = [];
  const ended = (): void => {
    running--;
    if (running > 0) return;
    const free = waiting;
    waiting = [];
    for (const resume of free) resume();
  };
  return {
    async run(feature, uri, token, fallback, work) {
      running++;
      try {
        // A cancellation that is already in the queue is read before the work starts.
        await nextTurn();
        throwIfCancelled(token);
        const result = await work();
        throwIfCancelled(token);
        return result;
      } catch (error) {
        if (error instanceof StaleDocument) throw outdated();
        if (error instanceof ResponseError) throw error;
        void trySend(() => connection.console.error(`The ${feature} of ${uri} failed: ${describe(error)}`));
        return fallback();
      } finally {
        ended();
      }
    },
    hold(work) {
      running++;
      return work.finally(ended);
    },
    idle: () => (running === 0 ? Promise.resolve() : new Promise((resolve) => void waiting.push(resolve))),
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
