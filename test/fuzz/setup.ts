/** Starts every property of this process from the seed that it was given, and counts the edits of each. */
import fc from 'fast-check';
import { afterAll, expect, vi } from 'vitest';
import { writeNotes } from './countEdits.ts';

const seed = Number(process.env['WRAPSMITH_FUZZ_SEED']);
if (Number.isInteger(seed)) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });

vi.mock(import('../support/randomEdits.ts'), async (original) => {
  const real = await original();
  const { countEdit } = await import('./countEdits.ts');
  return {
    ...real,
    *changesOf(...given) {
      countEdit(expect.getState().currentTestName ?? '');
      yield* real.changesOf(...given);
    },
  };
});

afterAll(writeNotes);
