import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type LspOrg, lspOrg } from '#cli/lspOrg.ts';
import type { CliIo } from '#cli/io.ts';
import type { TargetOptions } from '#cli/options.ts';
import { type Sandbox, startSandbox } from '#sandbox/server.ts';
import { manualClock, type ManualClock } from '../support/fakeClock.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { waitFor } from '../support/waitFor.ts';

interface Opened {
  readonly org: LspOrg;
  readonly uri: string;
  readonly warnings: readonly string[];
  readonly changes: () => number;
  readonly clock: ManualClock;
}

function openOrg(options: TargetOptions, env: CliIo['env'], files: Record<string, string> = {}): Opened {
  const cwd = tempFolder({ 'a.wrapup.yaml': 'kind: WrapUpCatalog\ncodes: []\n', ...files });
  const clock = manualClock();
  const warnings: string[] = [];
  const output = { write: () => undefined, isTTY: false };
  const signal = new AbortController().signal;
  const io: CliIo = { stdout: output, stderr: output, env, cwd, clock, signal, stateFolder: cwd, programFolder: cwd };
  const org = lspOrg(options, io, (message) => void warnings.push(message));
  onTestFinished(() => org.close());
  let changes = 0;
  org.onChange(() => (changes += 1));
  return { org, uri: pathToFileURL(join(cwd, 'a.wrapup.yaml')).href, warnings, changes: () => changes, clock };
}

async function sandbox(): Promise<{ readonly sandbox: Sandbox; readonly env: CliIo['env'] }> {
  const started = await startSandbox({ clock: manualClock() });
  onTestFinished(() => started.close());
  const { id, secret } = started.clients.full;
  return {
    sandbox: started,
    env: { GENESYSCLOUD_OAUTHCLIENT_ID: id, GENESYSCLOUD_OAUTHCLIENT_SECRET: secret },
  };
}

describe('the org of the language server on the command line', () => {
  test('is not waited for, told when it is known, and read anew every ten minutes', async () => {
    const { sandbox: started, env } = await sandbox();
    const { org, uri, changes, clock } = openOrg({ sandbox: started.url }, env);
    expect(await org.names(uri)).toBeUndefined();
    await waitFor(() => changes() === 1);
    const known = await org.names(uri);
    expect(known?.org.name).toBe(started.org.name);
    expect(known?.queues?.map(({ name }) => name)).toContain('Support Voice');
    await clock.advance(10 * 60_000);
    await waitFor(() => changes() === 2);
    expect((await org.names(uri))?.readAt).toBe(clock.now());
  });

  test.each([
    ['nobody signed in', { sandbox: 'http://127.0.0.1:9' }, {}, /Not signed in/],
    ['no such environment', { env: 'prod' }, {}, /has no environment "prod"/],
    ['an address that is no sandbox', { sandbox: 'https://example.com' }, {}, /sandbox/i],
  ])('%s is warned of once, and nothing is known', async (_what, options, env, why) => {
    const { org, uri, warnings } = openOrg(options, env, { 'genesys.yaml': 'kind: GenesysProject\n' });
    expect(await org.names(uri)).toBeUndefined();
    expect(await org.names(uri)).toBeUndefined();
    expect(warnings).toEqual([expect.stringMatching(why)]);
  });

  test('a sandbox that is gone is warned of, and asked again later', async () => {
    const { env } = await sandbox();
    const gone = await startSandbox({ clock: manualClock() });
    await gone.close();
    const { org, uri, warnings } = openOrg({ sandbox: gone.url }, env);
    expect(await org.names(uri)).toBeUndefined();
    await waitFor(() => warnings.length > 0);
    expect(warnings).toEqual([expect.stringMatching(/Names of the org are not known: .*sandbox/)]);
  });

  test('a document that lives nowhere has no project, and no failure', async () => {
    const { sandbox: started, env } = await sandbox();
    const { org, warnings, changes } = openOrg({ sandbox: started.url }, env);
    expect(await org.names('untitled:Untitled-1')).toBeUndefined();
    await waitFor(() => changes() === 1);
    expect(warnings).toEqual([]);
  });
});
