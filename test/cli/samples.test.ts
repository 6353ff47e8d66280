/** After a push of the samples by the shipped command line, the official SDK finds in the org what the files say. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import platform from 'purecloud-platform-client-v2';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Sandbox, startSandbox } from '#sandbox/server.ts';
import { type Bundles, buildBundles } from '../support/bundle.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { shellFor } from './processes.ts';

const SAMPLES = ['examples/support.wrapup.yaml', 'examples/sales.wrapup.yaml'];

/** Codes that the samples take over under their own spelling or name: the org's name → the file's. */
const TAKEN_OVER: Readonly<Record<string, string>> = {
  'callback requested ': 'Callback Requested',
  'Tech Escalation': 'Technical Support Escalation',
};

/** A sample as YAML reads it: nothing of the product takes part. */
interface Sample {
  readonly defaults: { readonly queues: readonly string[] };
  readonly codes: readonly {
    readonly name: string;
    readonly description: string;
    readonly queues?: readonly string[];
  }[];
}

let bundles: Bundles;
let sandbox: Sandbox;
const routing = new platform.RoutingApi();

beforeAll(async () => {
  bundles = buildBundles();
  sandbox = await startSandbox();
  platform.ApiClient.instance.config.setGateway({ protocol: 'http', host: '127.0.0.1', port: sandbox.port });
  await platform.ApiClient.instance.loginClientCredentialsGrant(sandbox.clientId, sandbox.clientSecret);
}, 60_000);
afterAll(async () => {
  await sandbox.close();
  await bundles.remove();
});

interface Page<T> {
  readonly entities?: readonly T[];
  readonly pageCount?: number;
}

async function all<T>(read: (pageNumber: number) => Promise<Page<T>>): Promise<readonly T[]> {
  const found: T[] = [];
  for (let pageNumber = 1, pages = 1; pageNumber <= pages; pageNumber += 1) {
    const page = await read(pageNumber);
    found.push(...(page.entities ?? []));
    pages = page.pageCount ?? 0;
  }
  return found;
}

interface Listed {
  /** Name → description. */
  readonly codes: ReadonlyMap<string, string>;
  /** `queue: code` */
  readonly associations: ReadonlySet<string>;
}

/** The whole org, as the SDK lists it. `nameOf` is the name that a code is to be listed under. */
async function listed(nameOf: (name: string) => string = (name) => name): Promise<Listed> {
  const codes = await all((pageNumber) => routing.getRoutingWrapupcodes({ pageSize: 100, pageNumber }));
  const queues = await all((pageNumber) => routing.getRoutingQueues({ pageSize: 100, pageNumber }));
  const associations: string[] = [];
  for (const { id = '', name = '' } of queues) {
    const on = await all((pageNumber) => routing.getRoutingQueueWrapupcodes(id, { pageSize: 100, pageNumber }));
    associations.push(...on.map((code) => `${name}: ${nameOf(code.name)}`));
  }
  expect(new Set(codes.map(({ name }) => name)).size).toBe(codes.length);
  return {
    codes: new Map(codes.map(({ name, description = '' }) => [nameOf(name), description])),
    associations: new Set(associations),
  };
}

it('lists the names, descriptions and queues of the files, and nothing else has changed', async () => {
  const samples = SAMPLES.map((path) => parse(readFileSync(path, 'utf8')) as Sample);
  const wanted = samples.flatMap(({ defaults, codes }) =>
    codes.map((code) => ({ ...code, queues: code.queues ?? defaults.queues })),
  );
  expect(wanted.length).toBeGreaterThan(20);
  const before = await listed((name) => TAKEN_OVER[name] ?? name);
  const shell = shellFor(bundles, sandbox, process.cwd(), join(tempFolder(), 'state'));
  const push = await shell.run(['push', ...SAMPLES, '--yes', '--quiet']);
  expect(push).toMatchObject({ code: 0, stderr: '' });
  const after = await listed();

  expect(after.codes).toEqual(
    new Map([...before.codes, ...wanted.map(({ name, description }) => [name, description] as const)]),
  );
  const added = wanted.flatMap(({ name, queues }) => queues.map((queue) => `${queue}: ${name}`));
  expect([...after.associations].sort()).toEqual([...new Set([...before.associations, ...added])].sort());

  const second = await shell.run(['push', ...SAMPLES, '--yes', '--quiet']);
  expect(second).toMatchObject({ code: 0, stdout: expect.stringContaining('There is nothing to do') as unknown });
}, 60_000);
