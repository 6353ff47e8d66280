/** A query by the shipped command line: streams, a reader that goes away, Ctrl-C. */
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { FaultHook } from '#sandbox/faults.ts';
import { startSandbox } from '#sandbox/server.ts';
import { type Bundles, buildBundles } from '../support/bundle.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { waitFor } from '../support/waitFor.ts';
import { outcomeOf, shellFor } from './processes.ts';

const QUERY = 'kind: ConversationDetails\ninterval: last 7 days\noutput: { rows: segment }\n';

let bundles: Bundles;
beforeAll(() => {
  bundles = buildBundles();
}, 60_000);
afterAll(() => bundles.remove());

async function open(fault?: FaultHook) {
  const sandbox = await startSandbox(fault && { fault });
  onTestFinished(() => sandbox.close());
  const pages = (): number => sandbox.log.filter(({ path }) => path.includes('/analytics/')).length;
  return { pages, shell: shellFor(bundles, sandbox, tempFolder({ 'a.query.yaml': QUERY })) };
}

it('writes a line of JSON for each row, all of them before it ends', async () => {
  const { shell, pages } = await open();
  const { code, stdout, stderr } = await shell.run(['query', 'a.query.yaml', '--format', 'ndjson']);
  expect(code).toBe(0);
  const rows = stdout.trimEnd().split('\n');
  expect(rows.map((line) => typeof JSON.parse(line)).every((type) => type === 'object')).toBe(true);
  expect(stderr.replaceAll(',', '')).toContain(`\n${rows.length} rows of `);
  expect(pages()).toBeGreaterThan(6);
}, 30_000);

it('ends quietly when its reader has seen enough, and asks for little more', async () => {
  // The second page is held back until the reader is gone.
  let leave: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => (leave = resolve));
  let asked = 0;
  const { shell, pages } = await open(({ path }) =>
    path.includes('/analytics/') && ++asked === 2 ? { kind: 'held', when: 'before', until: gone } : undefined,
  );
  const child = shell.start(['query', 'a.query.yaml', '--format', 'csv', '--quiet']);
  const said = text(child.stderr);
  await once(child.stdout, 'data');
  child.stdout.destroy();
  await once(child.stdout, 'close');
  leave();
  const [code] = (await once(child, 'close')) as [number | null];
  expect({ code, said: await said }).toEqual({ code: 0, said: '' });
  expect(pages()).toBeLessThan(5);
});

it('keeps what it has when it is interrupted, says PARTIAL and ends with 130', async () => {
  let asked = 0;
  const { shell } = await open(({ path }) =>
    path.includes('/analytics/') && ++asked === 2 ? { kind: 'unanswered', when: 'before' } : undefined,
  );
  const child = shell.start(['query', 'a.query.yaml', '--format', 'json', '--quiet']);
  const run = outcomeOf(child);
  await waitFor(() => asked === 2);
  child.kill('SIGINT');
  const { code, stdout, stderr } = await run;
  expect(code).toBe(130);
  expect((JSON.parse(stdout) as unknown[]).length).toBeGreaterThan(0);
  expect(stderr).toMatch(/^PARTIAL: /);
});
