import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Journal, JournalRecord } from '#core/ports.ts';

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
  const file = await open(join(folder, `${safeName(record.apply)}.jsonl`), 'a', 0o600);
  try {
    await file.appendFile(`${JSON.stringify(record)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  if (record.event === 'begin') await syncFolder(folder);
}

/** Makes the new file's name durable too. Windows cannot open a folder, and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Ids come from outside: nothing of them may leave the folder or be a device's name. Different ids stay different. */
export function safeName(id: string): string {
  return `_${id.replace(/[^A-Za-z0-9-]/g, (unit) => `_${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}`;
}
