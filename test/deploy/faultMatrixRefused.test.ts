/** Each refusal once at each call of a push: every outcome is honest, and the next push ends where an undisturbed one does. */
import { afterAll, test } from 'vitest';
import { CASES_TIMEOUT_MS, REFUSALS, strikeEach } from './faultMatrixRun.ts';

let cases = 0;
afterAll(() => void process.stdout.write(`Fault matrix, refusals: ${cases} cases.\n`));

test.each(REFUSALS)(
  '%s, once, at each call',
  async (...fault) => {
    cases += await strikeEach(fault, 'once');
  },
  CASES_TIMEOUT_MS,
);
