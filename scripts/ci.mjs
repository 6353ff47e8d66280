// What CI runs on a fresh machine: `npm test`, then lint and format. The last line is the sum.
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { root, run } from './lib/process.mjs';

const summary = path.join(root, 'artifacts', 'summary.json');
await rm(summary, { force: true });
const testCode = await run('npm', ['test']);
const total = await readFile(summary, 'utf8').then(JSON.parse, () => ({ passed: 0, failed: 1 }));
if (testCode !== 0 && total.failed === 0) total.failed = 1;
for (const script of ['lint', 'format:check']) {
  const code = await run('npm', ['run', script]);
  if (code === 0) total.passed += 1;
  else total.failed += 1;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
