import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestResult } from './report.ts';

export interface NetworkWatch {
  /** For the processes that are watched. */
  readonly env: Readonly<Record<string, string>>;
  /** The module that watches; loaded first into each of them. */
  readonly preload: string;
  /**
   * Fails with each connection that would have left the machine, and who asked for it.
   * @param allowed hosts that the path was meant to ask; they were refused all the same
   */
  result(part: string, allowed?: readonly string[]): Promise<TestResult>;
}

/** Watches that no process of the editor, and so no extension, talks to anything but this machine. */
export function watchNetwork(scratch: string): NetworkWatch {
  const file = path.join(scratch, 'network.jsonl');
  const preload = path.join(import.meta.dirname, '../host/network-watch.cjs');
  return {
    env: { WRAPSMITH_E2E_NETWORK_REPORT: file, WRAPSMITH_E2E_PRELOAD: preload },
    preload,
    async result(part, allowed = []) {
      const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
      const found = lines.filter(
        (line) => !allowed.some((host) => line.startsWith(`{"host":${JSON.stringify(host)},`)),
      );
      const name =
        allowed.length > 0 ? `VS Code asks nobody but ${allowed.join(', ')}` : 'VS Code asks no other machine';
      return { part, name, milliseconds: 0, ...(found.length > 0 && { failure: found.join('\n') }) };
    },
  };
}
