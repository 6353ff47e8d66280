import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Puts a whole file in its place, readable by its owner only: whoever reads it sees the old one or the new one, and when
 * it resolves a crash cannot take it away again.
 */
export async function writeDurably(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  // In the same folder, since a file cannot be moved into its place from another disk.
  const beside = join(folder, `.${basename(path)}.${randomUUID()}.part`);
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** Makes names in a folder durable too. Windows cannot open a folder, and does not need it. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
