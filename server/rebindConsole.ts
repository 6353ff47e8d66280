import { format } from 'node:util';
import type { RemoteConsole } from 'vscode-languageserver';

/** A stray `console.log` of a library would break the protocol on stdout: all of it goes to the client's log. */
export function rebindConsole(remote: RemoteConsole): void {
  console.log = console.info = (...parts: unknown[]) => remote.info(format(...parts));
  console.debug = (...parts: unknown[]) => remote.debug(format(...parts));
  console.warn = (...parts: unknown[]) => remote.warn(format(...parts));
  console.error = console.trace = (...parts: unknown[]) => remote.error(format(...parts));
}
