/** Starts every property of this process from the seed that it was given, and notes how many edits were made. */
import { appendFileSync } from 'node:fs';
import fc from 'fast-check';
import { vi } from 'vitest';

const seed = Number(process.env['WRAPSMITH_FUZZ_SEED']);
const notes = process.env['WRAPSMITH_FUZZ_NOTES'];
/** So many edits make a note: a property does not let timers run. */
const STEP = 100;

if (Number.isInteger(seed)) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });

vi.mock(import('../support/randomEdits.ts'), async (original) => {
  const real = await original();
  let count = 0;
  return {
    ...real,
    *changesOf(...given) {
      count++;
      if (notes !== undefined && count % STEP === 0) appendFileSync(notes, '.');
      yield* real.changesOf(...given);
    },
  };
});
