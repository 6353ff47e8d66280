/** The same for faults that last: what wrong rights, a used-up limit or a dead network look like. */
import { afterAll, test } from 'vitest';
import { CASES_TIMEOUT_MS, LOSSES, REFUSALS, strikeEach } from './faultMatrixRun.ts';

/** One of each family; the others differ in how one answer is refused or lost, which the single faults show. */
const FAMILIES: ReadonlySet<string> = new Set(['403', '404', '409', '500 before the commit', 'cut after the commit']);
const all = [...REFUSALS, ...LOSSES];
const chosen = process.env['WRAPSMITH_MATRIX'] === 'all' ? all : all.filter(([name]) => FAMILIES.has(name));

let cases = 0;
afterAll(() => void process.stdout.write(`Fault matrix, lasting faults: ${cases} cases.\n`));

test.each(chosen)(
  '%s, from then on, at each call',
  async (...fault) => {
    cases += await strikeEach(fault, 'from then on');
  },
  CASES_TIMEOUT_MS,
);
