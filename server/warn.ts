import type { Connection } from 'vscode-languageserver';

/** A line in the client's log. A connection that is gone has nobody who reads it. */
export function warn(connection: Connection, message: string): void {
  try {
    connection.console.warn(message);
  } catch {
    // Nothing is left to tell it to.
  }
}
