import { mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

export interface Bundles {
  readonly folder: string;
  readonly cli: string;
  remove(): Promise<void>;
}

/** Builds the command line and the sandbox as scripts/build.mjs does, but readable, into a folder of their own. */
export async function buildBundles(): Promise<Bundles> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wrapsmith-dist-')));
  await build({
    entryPoints: { cli: 'cli/main.ts', sandbox: 'sandbox/main.ts' },
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    conditions: ['node', 'import', 'module'],
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: "const moduleUrl=require('node:url').pathToFileURL(__filename).href;" },
    absWorkingDir: process.cwd(),
    logLevel: 'warning',
  });
  return { folder, cli: join(folder, 'cli.cjs'), remove: () => rm(folder, { recursive: true }) };
}
