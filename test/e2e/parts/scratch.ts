import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../../scripts/editor-host/paths.ts';

/** Runs something with a folder of its own, which is gone afterwards. Its name is short: sockets are made in it. */
export async function withScratch<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'e2e-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** A copy of the sample workspace: tests edit files, and the repository stays as it is. */
export async function copySamples(scratch: string): Promise<string> {
  const folder = path.join(scratch, 'examples');
  await cp(path.join(root, 'examples'), folder, { recursive: true });
  return folder;
}
