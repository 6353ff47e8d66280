import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Journal, JournalRecord } from '#core/ports.ts';
import { syncFolder } from './durable.ts';
import { safeName } from './safeName.ts';

/**
 * An append-only journal: one folder per org, one JSONL file per apply, readable by its owner only.
 * Lines are written in the order of the calls; `append` resolves after fsync and rejects when the
 * disk refuses, so that a caller can stop before it sends what it could not write down.
 */
export function fileJournal(folder: string, orgId: string): Journal {
  const orgFolder = join(folder, 'journal', safeName(orgId));
  let last: Promise<void> = Promise.resolve();
  return {
    append(record) {
      const written = last.then(() => appendDurably(orgFolder, record));
      // A failed line must not fail the lines after it.
      last = written.catch(() => undefined);
      return written;
    },
  };
}

async function appendDurably(folder: string, record: JournalRecord): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(join(folder, `${safeName(record.apply)}.jsonl`), 'a+', 0o600);
  try {
    await dropCutLine(file);
    await file.appendFile(`${JSON.stringify(record)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  if (record.event === 'begin') await syncFolder(folder);
}

/**
 * A line without its end was cut off by a crash or a full disk, and nothing was sent on its word. It goes, since the next
 * one would be unreadable behind it.
 */
async function dropCutLine(file: FileHandle): Promise<void> {
  const { size } = await file.stat();
  if (size === 0) return;
  const last = Buffer.alloc(1);
  await file.read(last, 0, 1, size - 1);
  if (last[0] === LINE_FEED) return;
  const whole = await file.readFile();
  await file.truncate(whole.lastIndexOf(LINE_FEED) + 1);
}

const LINE_FEED = 10;
