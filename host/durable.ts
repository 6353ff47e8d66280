import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { replaceFile } from './replaceFile.ts';

/**
 * Puts a whole file in its place, readable by its owner only: whoever reads it sees the old one or the new one, and when
 * it resolves a crash cannot take it away again.
 */
export async function writeDurably(path: string, text: string): Promise<void> {
  await replaceFile(path, 0o600, (file) => file.writeFile(text));
  await syncFolder(dirname(path));
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
