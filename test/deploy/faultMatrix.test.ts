/** Each fault that loses an answer once at each call of a push: every outcome is honest, and the next push ends where an undisturbed one does. */
import { afterAll, expect, test } from 'vitest';
import { CASES_TIMEOUT_MS, LOSSES, strikeEach } from './faultMatrixRun.ts';
import { openKinds } from './kindsPush.ts';

let cases = 0;
afterAll(() => void process.stdout.write(`Fault matrix, lost answers: ${cases} cases.\n`));

test.each(LOSSES)(
  '%s, once, at each call',
  async (...fault) => {
    cases += await strikeEach(fault, 'once');
  },
  CASES_TIMEOUT_MS,
);

test('the host goes away in the middle of a push: the run stops, and says what to do', async () => {
  const world = await openKinds();
  const plan = await world.plan();
  world.arm(({ method, path }) => {
    if (method === 'POST' && path.endsWith('/wrapupcodes')) void world.sandbox.close();
    return undefined;
  });
  const result = await world.apply(plan);
  expect(result.stopped).toContain('cannot be reached');
  expect(result.results[0]?.outcome).toBe('unknown');
  expect(result.results.slice(1).every(({ outcome }) => outcome === 'not attempted')).toBe(true);
  for (const { message } of result.results) expect(message).toMatch(/Push again|Check/);
});
