import { cp, mkdtemp, rm } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../../scripts/editor-host/paths.ts';

/** Folders of parts that did not end; removed with the process. */
const open = new Set<string>();
process.on('exit', () => {
  for (const folder of open) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Runs something with a folder of its own, which is gone afterwards. Its name is short: sockets are made in it. */
export async function withScratch<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'e2e-'));
  open.add(folder);
  try {
    return await use(folder);
  } finally {
    open.delete(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** A copy of the sample workspace: tests edit files, and the repository stays as it is. */
export async function copySamples(scratch: string): Promise<string> {
  const folder = path.join(scratch, 'examples');
  await cp(path.join(root, 'examples'), folder, { recursive: true });
  return folder;
}
