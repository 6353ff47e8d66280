import type { Connection } from 'vscode-languageserver';
import type { Clock } from '#core/ports.ts';

const MINUTE_MS = 60_000;

/** Calls back once a minute until the client says that it is done. */
export function everyMinute(connection: Connection, clock: Clock, tick: () => void): void {
  const ended = new AbortController();
  connection.onShutdown(() => ended.abort());
  const run = async (): Promise<void> => {
    for (;;) {
      await clock.sleep(MINUTE_MS, ended.signal);
      tick();
    }
  };
  run().catch(() => undefined);
}
