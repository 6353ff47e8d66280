// Bundles client, server, CLI and sandbox: node scripts/build.mjs [--outdir=dist] [bundle…]
// Any error ends with a non-zero exit code: esbuild's promise is awaited and not caught.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { root } from './lib/process.mjs';

/** One bundle per process. Only the client leaves `vscode` external: a leaked import fails every other build. */
const bundles = {
  extension: { entry: 'client/extension.ts', external: ['vscode'], banner: '' },
  server: { entry: 'server/main.ts', external: [], banner: '' },
  cli: { entry: 'cli/main.ts', external: [], banner: '#!/usr/bin/env node\n' },
  sandbox: { entry: 'sandbox/main.ts', external: [], banner: '' },
};

const { values, positionals } = parseArgs({
  options: { outdir: { type: 'string', default: path.join(root, 'dist') } },
  allowPositionals: true,
});
await mkdir(values.outdir, { recursive: true });
for (const name of positionals.length > 0 ? positionals : Object.keys(bundles)) {
  const bundle = bundles[name];
  if (!bundle) throw new Error(`No bundle is called ${name}: ${Object.keys(bundles).join(', ')}`);
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [bundle.entry],
    outfile: path.join(values.outdir, `${name}.cjs`),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    keepNames: true,
    metafile: true,
    legalComments: 'none',
    mainFields: ['module', 'main'],
    conditions: ['node', 'import', 'module'],
    // Some libraries' ES modules ask for their own address, which CommonJS has under another name; some look
    // whether they are in a browser, which the extension host warns about.
    define: { 'import.meta.url': 'moduleUrl', navigator: 'undefined' },
    banner: { js: `${bundle.banner}const moduleUrl=require('node:url').pathToFileURL(__filename).href;` },
    external: bundle.external,
    logLevel: 'warning',
  });
  await writeFile(path.join(values.outdir, `${name}.meta.json`), JSON.stringify(metafile));
}
