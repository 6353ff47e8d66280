/** npm run bench [-- --quick] [--rounds=5]: measures the servers; a whole bench writes docs/benchmarks.md. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { buildBundles } from '../support/bundle.ts';
import type { Compute } from './compute.ts';
import { echoServer, ourServer, shippedServer, undelayedServer } from './contenders.ts';
import type { Series } from './measure.ts';
import { toMarkdown } from './report.ts';
import { runRounds } from './rounds.ts';
import { judge } from './targets.ts';

const FULL = { sizes: [100, 1_000, 10_000], rounds: 5, keystrokes: 5_000 };
const QUICK = { sizes: [100, 1_000], rounds: 1, keystrokes: 500 };
const SERIES: Series = { least: 6, most: 200, milliseconds: 4_000 };

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, rounds: { type: 'string' } },
});
const { sizes, keystrokes, ...plan } = values.quick ? QUICK : FULL;
const rounds = Number(values.rounds ?? plan.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds is a whole number from 1.');
/** What is written down is a whole bench; anything less is for trying out. */
const isWhole = !values.quick && rounds >= FULL.rounds;
const root = path.resolve(import.meta.dirname, '../..');
const scratch = await mkdtemp(path.join(tmpdir(), 'wrapsmith-bench-'));
const bundles = buildBundles();
try {
  const contenders = [
    ourServer(bundles.cli),
    shippedServer(),
    await undelayedServer(scratch),
    await echoServer(scratch),
  ];
  const compute = await inProcess(sizes.at(-1) ?? 0, keystrokes);
  const figures = await runRounds({ contenders, sizes, rounds, series: SERIES, scratch }, (line) =>
    console.error(line),
  );
  const page = toMarkdown(figures, judge(figures, compute), compute, {
    date: new Date().toISOString(),
    cores: availableParallelism(),
    node: process.versions.node,
    rounds,
  });
  console.log(page);
  if (isWhole) await writeFile(path.join(root, 'docs', 'benchmarks.md'), page);
} finally {
  await rm(scratch, { recursive: true, force: true });
  await bundles.remove();
}

async function inProcess(entries: number, count: number): Promise<Compute> {
  const program = path.join(import.meta.dirname, 'computeProcess.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [program, String(entries), String(count)]);
  return JSON.parse(stdout) as Compute;
}
