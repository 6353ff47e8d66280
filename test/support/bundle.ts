import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Bundles {
  readonly folder: string;
  readonly cli: string;
  remove(): Promise<void>;
}

/** Builds the command line with all that it starts as they ship, into a folder of their own. */
export function buildBundles(): Bundles {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wrapsmith-dist-')));
  const bundles = ['cli', 'commandLine', 'languageServer', 'sandbox'];
  execFileSync(process.execPath, ['scripts/build.mjs', `--outdir=${folder}`, ...bundles], { stdio: 'inherit' });
  return { folder, cli: join(folder, 'cli.cjs'), remove: () => rm(folder, { recursive: true }) };
}
