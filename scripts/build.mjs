// Bundles client, server, CLI, sandbox and the results view: node scripts/build.mjs [--outdir=dist] [bundle…]
// Any error ends with a non-zero exit code: esbuild's promise is awaited and not caught.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { root } from './lib/process.mjs';

const moduleUrl = "const moduleUrl=require('node:url').pathToFileURL(__filename).href;";

/** For Node: one file per process. */
const forNode = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  conditions: ['node', 'import', 'module'],
  // Some libraries' ES modules ask for their own address, which CommonJS has under another name; some look
  // whether they are in a browser, which the extension host warns about.
  define: { 'import.meta.url': 'moduleUrl', navigator: 'undefined' },
  banner: { js: moduleUrl },
};

/** For a webview: a script and its style sheet. */
const forBrowser = { platform: 'browser', target: 'chrome120', format: 'iife' };

/** Names stay as they are, so that nothing has to put them back while the program starts; the file is larger for it. */
const quickStart = { minify: false, minifyWhitespace: true, minifySyntax: true, keepNames: false };

/** Only the client leaves `vscode` external: a leaked import fails every other build. */
const bundles = {
  extension: { entry: 'client/extension.ts', out: 'extension.cjs', ...forNode, external: ['vscode'] },
  // Server and command line are two files each: what the small one loads is compiled once and kept.
  server: { entry: 'server/start.ts', out: 'server.cjs', ...forNode },
  languageServer: { entry: 'server/main.ts', out: 'languageServer.cjs', ...forNode, ...quickStart },
  cli: { entry: 'cli/start.ts', out: 'cli.cjs', ...forNode, banner: { js: `#!/usr/bin/env node\n${moduleUrl}` } },
  commandLine: { entry: 'cli/main.ts', out: 'commandLine.cjs', ...forNode },
  sandbox: { entry: 'sandbox/main.ts', out: 'sandbox.cjs', ...forNode },
  results: { entry: 'client/results/view/main.ts', out: 'results.js', ...forBrowser },
};

const { values, positionals } = parseArgs({
  options: { outdir: { type: 'string', default: path.join(root, 'dist') } },
  allowPositionals: true,
});
await mkdir(values.outdir, { recursive: true });
for (const name of positionals.length > 0 ? positionals : Object.keys(bundles)) {
  const bundle = bundles[name];
  if (!bundle) throw new Error(`No bundle is called ${name}: ${Object.keys(bundles).join(', ')}`);
  const { entry, out, ...kind } = bundle;
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: path.join(values.outdir, out),
    bundle: true,
    minify: true,
    keepNames: true,
    ...kind,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  await writeFile(path.join(values.outdir, `${name}.meta.json`), JSON.stringify(metafile));
}
