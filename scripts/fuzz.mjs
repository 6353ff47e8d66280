// Long runs of the property tests that compare edited texts with fresh ones:
//   npm run fuzz [-- --edits=200000] [--seed=1] [--cores=2]
// Each property is asked for that many edits, shared out among the cores; how many it made is said at the end. Ends with
// 1 where one of them fails; what vitest prints then is the shortest case that still fails. The same seed and cores make
// the same edits.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bin, run, toolEnv } from './lib/process.mjs';

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: process.env.WRAPSMITH_FUZZ_EDITS ?? '200000' },
    seed: { type: 'string', default: process.env.WRAPSMITH_FUZZ_SEED ?? String(Date.now() % 2 ** 31) },
    cores: { type: 'string', default: String(availableParallelism()) },
  },
});
const edits = wholeNumber('edits', values.edits);
const seed = wholeNumber('seed', values.seed);
const cores = Math.max(1, wholeNumber('cores', values.cores));

const scratch = await mkdtemp(path.join(tmpdir(), 'wrapsmith-fuzz-'));
const notes = Array.from({ length: cores }, (_, index) => path.join(scratch, String(index)));
const started = performance.now();
console.log(`${counted(edits)} edits for each property, on ${cores} cores, seed ${seed}`);
const progress = setInterval(() => void tell(), 10_000);
try {
  const codes = await Promise.all(
    notes.map((file, index) =>
      run(path.join(bin, 'vitest'), ['run', '--config=test/fuzz/vitest.config.ts', '--root=.'], {
        env: {
          ...toolEnv(),
          WRAPSMITH_FUZZ_EDITS: String(Math.ceil(edits / cores)),
          WRAPSMITH_FUZZ_SEED: String((seed + index) % 2 ** 31),
          WRAPSMITH_FUZZ_NOTES: file,
        },
      }),
    ),
  );
  await tell();
  const failed = codes.findIndex((code) => code !== 0);
  console.log(
    failed < 0
      ? `Every edited text was what a fresh one is. Seed ${seed}.`
      : `A property failed; the case is above. Again: npm run fuzz -- --edits=${edits} --seed=${seed} --cores=${cores}`,
  );
  process.exitCode = failed < 0 ? 0 : 1;
} finally {
  clearInterval(progress);
  await rm(scratch, { recursive: true, force: true });
}

/** What the processes noted so far: the edits of each property, the ones for shrinking too. */
async function tell() {
  const made = new Map();
  for (const file of notes) {
    const pairs = await readFile(file, 'utf8')
      .then(JSON.parse)
      .catch(() => []);
    for (const [name, count] of pairs) made.set(name, (made.get(name) ?? 0) + count);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  for (const [name, count] of made) console.log(`${counted(count)} edits (${seconds} s): ${name}`);
}

function wholeNumber(name, given) {
  const number = Number(given);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new Error(`--${name} is a whole number, and not ${given}.`);
}

function counted(number) {
  return number.toLocaleString('en');
}
