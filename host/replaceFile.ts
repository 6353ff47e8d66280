import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Puts a whole file in its place: whoever reads it sees the old one or all of the new one. Where `fill` or the file system
 * fails, the old one stays, and nothing is left behind.
 * @param mode rights of the new file
 */
export async function replaceFile(
  path: string,
  mode: number,
  fill: (file: FileHandle) => Promise<void>,
): Promise<void> {
  // In the same folder, since a file cannot be moved into its place from another disk.
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  try {
    const file = await open(beside, 'wx', mode);
    try {
      await fill(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
