import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalReader, JournalRecord } from '#core/ports.ts';
import { errorCode } from './fsError.ts';
import { nameOf, safeName } from './safeName.ts';

const SUFFIX = '.jsonl';

/**
 * Reads what `fileJournal` wrote into the same folder. A file that is broken anywhere but in a last line without its end
 * rejects with a sentence that names file and line: nobody can say what such an apply did.
 */
export function fileJournalReader(folder: string): JournalReader {
  const folderOf = (orgId: string): string => join(folder, 'journal', safeName(orgId));
  return {
    async applies(orgId) {
      const names = await orNothing(readdir(folderOf(orgId)));
      // Names of applies begin with their time.
      return (names ?? [])
        .flatMap((name) => (name.endsWith(SUFFIX) ? (nameOf(name.slice(0, -SUFFIX.length)) ?? []) : []))
        .sort();
    },
    async read(orgId, apply) {
      const path = join(folderOf(orgId), `${safeName(apply)}${SUFFIX}`);
      const text = await orNothing(readFile(path, 'utf8'));
      if (text === undefined) return [];
      // What follows the last line end was cut off in the middle of its writing.
      const lines = text.split('\n').slice(0, -1);
      return lines.map((line, index) => recordOf(line, apply) ?? damaged(path, index + 1));
    },
  };
}

async function orNothing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (NOTHING_THERE.has(errorCode(error))) return undefined;
    throw error;
  }
}

/** A file in the place of the folder holds no journals either; who writes one is told. */
const NOTHING_THERE: ReadonlySet<string | undefined> = new Set(['ENOENT', 'ENOTDIR']);

function damaged(path: string, line: number): never {
  throw new Error(
    `Line ${line} of the journal ${path} is damaged, so it cannot be told what that push did. Keep a copy of the file, move it away, and plan to see what is left to do.`,
  );
}

const EVENTS: ReadonlySet<unknown> = new Set<JournalRecord['event']>(['begin', 'intent', 'outcome', 'result', 'end']);

function recordOf(line: string, apply: string): JournalRecord | undefined {
  const value = parsed(line);
  return isRecord(value) && value.apply === apply ? value : undefined;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is JournalRecord {
  if (typeof value !== 'object' || value === null) return false;
  if (!('at' in value) || !('apply' in value) || !('event' in value) || !('detail' in value)) return false;
  const { at, event, detail } = value;
  return typeof at === 'number' && EVENTS.has(event) && typeof detail === 'object' && detail !== null;
}
