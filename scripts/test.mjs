// Everything: types, bundles, unit and integration tests, the package, and the real VS Code.
// Each part is counted; the last line is the sum. Parts can be named: npm test -- unit
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bin, node, root, run } from './lib/process.mjs';

const artifact = (name) => path.join(root, 'artifacts', name);

/** A part that is one check: it passes or fails by its exit code. */
const check = (command, args) => async () =>
  (await run(command, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** A part that writes its own counts; a missing or unreadable report is a failure, never a pass. */
const counted = (command, args, report, read) => async () => {
  await rm(artifact(report), { force: true });
  const code = await run(command, args);
  const counts = await readFile(artifact(report), 'utf8')
    .then((text) => read(JSON.parse(text)))
    .catch(() => ({ passed: 0, failed: 1 }));
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
};

const parts = {
  types: check('npm', ['run', '--silent', 'types']),
  generated: check(node, ['scripts/generate.mjs', '--check']),
  build: check(node, ['scripts/build.mjs']),
  unit: counted(
    path.join(bin, 'vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile=${artifact('unit.json')}`],
    'unit.json',
    (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests + (report.success || report.numFailedTests > 0 ? 0 : 1),
    }),
  ),
  demo: check(node, ['scripts/demo.mjs']),
  package: check(node, ['scripts/package.mjs']),
  editor: counted(node, ['test/e2e/run.mjs'], 'e2e.json', ({ passed, failed }) => ({ passed, failed })),
};

await mkdir(artifact(''), { recursive: true });
const named = process.argv.slice(2);
const total = { passed: 0, failed: 0 };
const lines = [];
for (const name of named.length > 0 ? named : Object.keys(parts)) {
  if (!parts[name]) throw new Error(`No part is called ${name}: ${Object.keys(parts).join(', ')}`);
  console.log(`\n── ${name}`);
  const started = performance.now();
  const counts = await parts[name]();
  total.passed += counts.passed;
  total.failed += counts.failed;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  lines.push(`${name.padEnd(10)} ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
}
await writeFile(artifact('summary.json'), JSON.stringify(total));
console.log(`\n${lines.join('\n')}\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
