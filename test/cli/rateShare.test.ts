import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '#sandbox/server.ts';
import { cli } from '../support/cli.ts';
import { TEST_INSTANT, fakeClock } from '../support/fakeClock.ts';
import { tempFolder } from '../support/tempFolder.ts';

/** A plan against an org that allows 20 requests a minute, and the time that it took. */
async function planWith(...share: readonly string[]) {
  const clock = fakeClock();
  const sandbox = await startSandbox({ clock, rate: 20 });
  onTestFinished(() => sandbox.close());
  const cwd = tempFolder({ 'a.wrapup.yaml': 'kind: WrapUpCatalog\ncodes: [{ name: Share }]\n' });
  const env = {
    GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.clientId,
    GENESYSCLOUD_OAUTHCLIENT_SECRET: sandbox.clientSecret,
  };
  const { code, stderr } = await cli(['plan', '--sandbox', sandbox.url, ...share], { cwd, env, clock });
  return {
    code,
    stderr,
    tookMs: clock.now() - TEST_INSTANT,
    refused: sandbox.log.filter(({ status }) => status === 429),
  };
}

test('a plan uses four fifths of the allowed rate, or the share that it is given', async () => {
  expect(await planWith()).toMatchObject({ code: 0, tookMs: 0, refused: [] });
  const slow = await planWith('--rate-share', '10');
  expect(slow).toMatchObject({ code: 0, refused: [] });
  expect(slow.tookMs).toBeGreaterThanOrEqual(2 * 60_000);
  expect(slow.stderr).toContain("for the org's rate limit");
});

test.each(['0', '101', '-5', 'half', '1e1', ''])('a share of "%s" is refused', async (share) => {
  const { code, stderr, tookMs } = await planWith(`--rate-share=${share}`);
  expect(code).toBe(3);
  expect(stderr).toContain('Give a whole number from 1 to 100.');
  expect(tookMs).toBe(0);
});
