// Bundles client, server, CLI and sandbox. Any error ends with a non-zero exit code: esbuild's promise is awaited and not caught.
import { build } from 'esbuild';
import { mkdir, writeFile } from 'node:fs/promises';

/** One bundle per process. Only the client may leave `vscode` external: a leaked import fails every other build. */
export const bundles = {
  extension: { entry: 'client/extension.ts', external: ['vscode'] },
  server: { entry: 'server/main.ts', external: [] },
  cli: { entry: 'cli/main.ts', external: [], banner: '#!/usr/bin/env node\n' },
  sandbox: { entry: 'sandbox/main.ts', external: [] },
};

const named = process.argv.slice(2);
const wanted = named.length > 0 ? named : Object.keys(bundles);
await mkdir('dist', { recursive: true });
for (const name of wanted) {
  const bundle = bundles[name];
  if (!bundle) throw new Error(`No bundle is called ${name}: ${Object.keys(bundles).join(', ')}`);
  const result = await build({
    entryPoints: [bundle.entry],
    outfile: `dist/${name}.cjs`,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    keepNames: true,
    sourcemap: false,
    metafile: true,
    legalComments: 'none',
    mainFields: ['module', 'main'],
    conditions: ['node', 'import', 'module'],
    // Some libraries' ES modules ask for their own address, which CommonJS has under another name.
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: `${bundle.banner ?? ''}const moduleUrl=require('node:url').pathToFileURL(__filename).href;` },
    external: bundle.external,
    logLevel: 'warning',
  });
  await writeFile(`dist/${name}.meta.json`, JSON.stringify(result.metafile));
}
