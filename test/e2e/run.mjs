// The real VS Code, end to end: node test/e2e/run.mjs [suite] [vsix] [ui]. Needs the project's own Node.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const own = path.resolve(import.meta.dirname ?? '.', '../../node_modules/node/bin/node');
if (major > 22 || (major === 22 && minor >= 18)) {
  const { runAll } = await import('./run.ts');
  process.exitCode = await runAll(process.argv.slice(2));
} else if (existsSync(own)) {
  spawn(own, process.argv.slice(1), { stdio: 'inherit' }).on('exit', (code) => (process.exitCode = code ?? 1));
} else {
  console.error('The end-to-end tests need Node 22.18 or newer: run npm ci first, or npm test.');
  process.exitCode = 3;
}
