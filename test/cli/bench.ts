/** The command line in this process, against a sandbox of its own. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '#sandbox/server.ts';
import { type CliRun, type CliWorld, cli } from '../support/cli.ts';
import { type FakeClock, fakeClock } from '../support/fakeClock.ts';
import { tempFolder } from '../support/tempFolder.ts';

export const CATALOG = `kind: WrapUpCatalog
queues:
  Support Voice:
codes:
  - { name: Bench One, description: first, division: "*", queues: [Support Voice] }
  - { name: Bench Two, division: "*", queues: [Support Voice] }
  - { name: Bench Three, division: "*" }
`;

export interface Bench {
  readonly sandbox: Sandbox;
  readonly clock: FakeClock;
  readonly cwd: string;
  readonly stateFolder: string;
  /** Runs with this sandbox as the target, signed in. A minute passes before each run, so that no two have one name. */
  run(argv: readonly string[], world?: CliWorld): Promise<CliRun>;
  /** Requests that change the org, so far. */
  writes(): readonly string[];
  /** Names of the living codes that begin with `Bench`, and how many of them the queue has. */
  codes(): readonly string[];
  onQueue(): number;
}

export async function bench(options: Omit<SandboxOptions, 'clock'> = {}, catalog = CATALOG): Promise<Bench> {
  const clock = fakeClock();
  const sandbox = await startSandbox({ ...options, clock });
  onTestFinished(() => sandbox.close());
  const cwd = tempFolder({ 'a.wrapup.yaml': catalog });
  const stateFolder = join(cwd, '.state');
  const env = {
    GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.clientId,
    GENESYSCLOUD_OAUTHCLIENT_SECRET: sandbox.clientSecret,
  };
  const living = () =>
    [...sandbox.org.codes.values()].filter(({ name, deleted }) => deleted === undefined && /^bench/i.test(name));
  return {
    sandbox,
    clock,
    cwd,
    stateFolder,
    async run(argv, world = {}) {
      await clock.advance(60_000);
      return cli([...argv, '--sandbox', sandbox.url], { cwd, env, clock, stateFolder, ...world });
    },
    writes: () =>
      sandbox.log
        .filter(({ method, path }) => method !== 'GET' && path !== '/oauth/token')
        .map(({ method, path }) => `${method} ${path}`),
    codes: () =>
      living()
        .map(({ name }) => name)
        .sort(),
    onQueue: () => {
      const queue = [...sandbox.org.queues.values()].find(({ name }) => name === 'Support Voice');
      const members = sandbox.org.queueCodes.get(queue?.id ?? '');
      return living().filter(({ id }) => members?.has(id) === true).length;
    },
  };
}

/** The journals of the only org, the oldest first. */
export function journals({ stateFolder }: Bench): readonly string[] {
  const [org = ''] = readdirSync(join(stateFolder, 'journal'));
  const folder = join(stateFolder, 'journal', org);
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
}

/** What a crash after so many records would have left of a journal. */
export function cutJournal(path: string, records: number): void {
  const lines = readFileSync(path, 'utf8').split('\n');
  writeFileSync(
    path,
    lines
      .slice(0, records)
      .map((line) => `${line}\n`)
      .join(''),
  );
}

/** The ids of the applies that a list names. */
export const appliesIn = (text: string): readonly string[] => text.match(/\d{8}-\d{6}-[0-9a-f]{6}/g) ?? [];
