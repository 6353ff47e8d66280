// The real VS Code, end to end: node test/e2e/run.mjs [suite] [vsix] [ui]. Needs the project's own Node.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { node, run } from '../../scripts/lib/process.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  const { runAll } = await import('./run.ts');
  process.exitCode = await runAll(process.argv.slice(2));
} else if (existsSync(node)) {
  process.exitCode = await run(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)]);
} else {
  console.error('The end-to-end tests need Node 22.18 or newer: run npm ci first, or npm test.');
  process.exitCode = 3;
}
