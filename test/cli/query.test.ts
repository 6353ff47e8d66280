/** Queries by the command line against the real sandbox, in this process. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FaultHook } from '#sandbox/faults.ts';
import { startSandbox } from '#sandbox/server.ts';
import { readCsv } from '../query/export/csvReader.ts';
import { type CliRun, type CliWorld, cli } from '../support/cli.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { tempFolder } from '../support/tempFolder.ts';

const AGGREGATES = `kind: ConversationAggregates
interval: last 7 days
groupBy: [queueId]
metrics: [nOffered, tHandle]
where: { mediaType: voice }
`;
const DETAILS = `kind: ConversationDetails
interval: last 7 days
where: { queue: Support Voice }
output:
  rows: wrapUp
  columns: [conversationId, conversationStart, queue, wrapUpName, emptyReason, tAcw, wrapUpNote]
`;
const FILES = {
  'one.query.yaml': AGGREGATES,
  'details.query.yaml': DETAILS,
  'two.query.yaml': `${DETAILS}---\n${AGGREGATES}`,
};

interface Bench {
  readonly cwd: string;
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
  /** Paths of the analytics requests so far. */
  queries(): readonly string[];
  /** Runs with this sandbox as the target, signed in. */
  run(argv: readonly string[], world?: CliWorld): Promise<CliRun>;
}

async function bench(
  files: Readonly<Record<string, string>> = FILES,
  { fault }: { readonly fault?: FaultHook } = {},
): Promise<Bench> {
  const clock = fakeClock();
  const sandbox = await startSandbox({ clock, ...(fault && { fault }) });
  onTestFinished(() => sandbox.close());
  const cwd = tempFolder(files);
  const env = {
    GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.clientId,
    GENESYSCLOUD_OAUTHCLIENT_SECRET: sandbox.clientSecret,
  };
  return {
    cwd,
    env,
    url: sandbox.url,
    queries: () => sandbox.log.map(({ path }) => path).filter((path) => path.includes('/analytics/')),
    run: (argv, world = {}) => cli([...argv, '--sandbox', sandbox.url], { cwd, env, clock, ...world }),
  };
}

const isQuery = ({ path }: { readonly path: string }): boolean => path.includes('/analytics/');

/** Requests of a query from the given one on, counted from 1, are spoiled. */
function fromPage(page: number, fault: ReturnType<FaultHook>): FaultHook {
  let asked = 0;
  return (request) => (isQuery(request) && ++asked >= page ? fault : undefined);
}

describe('the formats of a query', () => {
  it('say the same rows', async () => {
    const { run } = await bench();
    const [csv, json, ndjson, table] = await Promise.all(
      ['csv', 'json', 'ndjson', 'table'].map((format) => run(['query', 'details.query.yaml', '--format', format])),
    );
    for (const one of [csv, json, ndjson, table]) expect(one?.code).toBe(0);
    const objects = JSON.parse(json?.stdout ?? '') as Record<string, string | number | null>[];
    expect(objects.length).toBeGreaterThan(50);
    const lines = (ndjson?.stdout ?? '').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(objects);

    const [headings = [], ...records] = readCsv(csv?.stdout ?? '', '\n');
    expect(headings.map(({ text }) => text)).toEqual([
      'conversationId',
      'conversationStart',
      'queue',
      'wrapUpName',
      'emptyReason',
      'tAcw (ms)',
      'wrapUpNote',
    ]);
    const columns = ['conversationId', 'conversationStart', 'queue', 'wrapUpName', 'emptyReason', 'tAcw'];
    expect(records.map((record) => record.slice(0, 6).map(({ text }) => text))).toEqual(
      objects.map((object) => columns.map((name) => `${object[name] ?? ''}`)),
    );
    expect((table?.stdout ?? '').trimEnd().split('\n')).toHaveLength(objects.length + 1);
  });

  it('are safe for a spreadsheet, unless somebody wants the texts as they are', async () => {
    const { run } = await bench();
    const notes = async (...more: string[]) => {
      const { stdout } = await run(['query', 'details.query.yaml', '--format', 'csv', ...more]);
      return readCsv(stdout, '\n').map((record) => record[6]?.text ?? '');
    };
    expect((await notes()).filter((note) => /^[=+@-]/.test(note))).toEqual([]);
    expect((await notes('--raw-formulas')).some((note) => /^[=+@-]/.test(note))).toBe(true);
  });

  it('go to stdout, and everything else to stderr: the org, the interval as sent, the zone, the count', async () => {
    const { run } = await bench();
    const { stdout, stderr } = await run(['query', 'one.query.yaml', '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual(expect.any(Array));
    expect(stderr).toContain('Northwind (Sandbox), 2026-11-13T00:00:00Z/2026-11-20T00:00:00Z, times in UTC\n');
    expect(stderr).toMatch(/^\d+ rows of \d+ groups\.$/m);
    const quiet = await run(['query', 'one.query.yaml', '--format', 'json', '--quiet']);
    expect(quiet).toEqual({ code: 0, stdout, stderr: '' });
  });
});

describe('a table', () => {
  it('fits a terminal: texts are cut, columns without a place are named', async () => {
    const { run } = await bench();
    const wide = await run(['query', 'details.query.yaml', '--no-color'], { isTTY: true, columns: 100 });
    expect(Math.max(...wide.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(wide.stdout).toContain('…');
    const narrow = await run(['query', 'details.query.yaml', '--no-color'], { isTTY: true, columns: 40 });
    expect(Math.max(...narrow.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(narrow.stderr).toContain('tAcw, wrapUpNote do not fit into this terminal');
  });

  it('is the same without colours but for the colours', async () => {
    const { run } = await bench();
    const argv = ['query', 'details.query.yaml', '--quiet'];
    const coloured = await run(argv, { isTTY: true, columns: 120 });
    const plain = await run([...argv, '--no-color'], { isTTY: true, columns: 120 });
    expect(coloured.stdout).toContain('\u001b[');
    // oxlint-disable-next-line no-control-regex
    expect(coloured.stdout.replace(/\u001b\[\d+m/g, '')).toBe(plain.stdout);
  });
});

describe('a file with several queries', () => {
  it('needs to be told which, and lists them', async () => {
    const { run, queries } = await bench();
    expect(await run(['query', 'two.query.yaml'])).toEqual({
      code: 3,
      stdout: '',
      stderr:
        'error: two.query.yaml holds 2 queries. Say which one is meant: --document 1 (ConversationDetails, line 1), --document 2 (ConversationAggregates, line 8).\n',
    });
    const { code, stderr } = await run(['query', 'two.query.yaml', '--document', '3']);
    expect({ code, stderr }).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('has no query number 3') as unknown,
    });
    expect(queries()).toEqual([]);
    const second = await run(['query', 'two.query.yaml', '--document', '2', '--format', 'csv']);
    expect(second.code).toBe(0);
    expect(second.stdout.split('\n')[0]).toContain('"tHandle (ms)"');
  });
});

describe('what would be sent', () => {
  it.each([
    ['body', /^\{\n {2}"interval": "2026-11-13T00:00:00Z\/2026-11-20T00:00:00Z"/],
    ['curl', /^curl --request POST 'https:\/\/api\.<region>\/api\/v2\/analytics\/conversations\/details\/query'/],
    ['gc', /^gc analytics conversations details query create <<'BODY'/],
  ])('is shown as %s without a sign-in, an org or a network', async (form, text) => {
    const { cwd } = await bench();
    const { code, stdout, stderr } = await cli(['query', 'details.query.yaml', '--show', form], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(text);
    expect(stdout).toContain('<id of queue');
    expect(stderr).toBe('note: Names stand where ids will be: a run looks them up in the org.\n');
  });

  it('has the address of the org that is named, and still asks nobody', async () => {
    const { cwd, run, url, queries } = await bench();
    expect((await run(['query', 'one.query.yaml', '--show', 'curl'])).stdout).toContain(`'${url}/api/v2/`);
    const region = { GENESYSCLOUD_REGION: 'mypurecloud.ie' };
    const there = await cli(['query', 'one.query.yaml', '--show', 'curl'], { cwd, env: region });
    expect(there.stdout).toContain("'https://api.mypurecloud.ie/api/v2/");
    expect(queries()).toEqual([]);
  });
});

describe('nothing is sent', () => {
  it('with an error in the file, which is printed', async () => {
    const { run, queries } = await bench({ 'a.query.yaml': AGGREGATES.replace('nOffered', 'nOfered') });
    const { code, stdout, stderr } = await run(['query', 'a.query.yaml']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^a\.query\.yaml:4:\d+ error/);
    expect(stderr).toContain('Nothing was sent, because of the errors in a.query.yaml.');
    expect(queries()).toEqual([]);
  });

  it('for a name that the org does not have', async () => {
    const { run, queries } = await bench({ 'a.query.yaml': DETAILS.replace('Support Voice', 'Suport Voice') });
    const { code, stdout, stderr } = await run(['query', 'a.query.yaml', '--quiet']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('"Suport Voice"');
    expect(queries()).toEqual([]);
  });

  it('for a category of a catalog that is broken, which is named', async () => {
    const { run, queries } = await bench({
      'genesys.yaml': 'kind: GenesysProject\n',
      'good.wrapup.yaml':
        'kind: WrapUpCatalog\ncategories: { support: [] }\ncodes: [{ name: Resolved, category: support }]\n',
      'bad.wrapup.yaml': 'kind: WrapUpCatalog\ncodes: 7\n',
      'a.query.yaml':
        'kind: ConversationDetails\ninterval: last 7 days\nwhere: { wrapUpCode: { category: support } }\n',
    });
    const { code, stderr } = await run(['query', 'a.query.yaml', '--quiet']);
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('bad.wrapup.yaml') as unknown });
    expect(queries()).toEqual([]);
  });

  it.each([
    ['a catalog', { 'a.query.yaml': 'kind: WrapUpCatalog\ncodes: []\n' }, /There is no query in a\.query\.yaml/],
    ['an empty file', { 'a.query.yaml': '' }, /There is no query in a\.query\.yaml/],
    ['a file that is not there', {}, /a\.query\.yaml: There is no such file/],
  ])('for %s', async (_, files, message) => {
    const { run } = await bench(files);
    const { code, stdout, stderr } = await run(['query', 'a.query.yaml']);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('where it is not said which environment is meant', async () => {
    const { cwd, env } = await bench({
      ...FILES,
      'genesys.yaml': 'kind: GenesysProject\nenvironments: { dev: { region: mypurecloud.ie } }\n',
    });
    const { code, stderr } = await cli(['query', 'one.query.yaml'], { cwd, env });
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: 'error: Say which environment is meant: --env dev.\n',
    });
  });

  it('without a sign-in', async () => {
    const { run } = await bench();
    expect((await run(['query', 'one.query.yaml'], { env: {} })).code).toBe(3);
    const wrong = { GENESYSCLOUD_OAUTHCLIENT_ID: 'id', GENESYSCLOUD_OAUTHCLIENT_SECRET: 'secret' };
    expect((await run(['query', 'one.query.yaml'], { env: wrong })).code).toBe(3);
  });
});

describe('a run that does not come to its end', () => {
  it('keeps the rows that came, says PARTIAL even when quiet, and ends with 1', async () => {
    const whole = await (await bench()).run(['query', 'details.query.yaml', '--format', 'ndjson', '--quiet']);
    const { run } = await bench(FILES, { fault: fromPage(2, { kind: 'answer', when: 'before', status: 400 }) });
    const { code, stdout, stderr } = await run(['query', 'details.query.yaml', '--format', 'ndjson', '--quiet']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^PARTIAL: .+\n$/);
    expect(stdout.length).toBeGreaterThan(0);
    expect(whole.stdout.startsWith(stdout)).toBe(true);
    expect(stdout.length).toBeLessThan(whole.stdout.length);
  });

  it('is whole JSON all the same', async () => {
    const { run } = await bench(FILES, { fault: fromPage(2, { kind: 'answer', when: 'before', status: 400 }) });
    const { code, stdout } = await run(['query', 'details.query.yaml', '--format', 'json', '--quiet']);
    expect(code).toBe(1);
    expect((JSON.parse(stdout) as unknown[]).length).toBeGreaterThan(0);
  });

  it('because it was interrupted ends with 130 and says what is missing', async () => {
    const interrupt = new AbortController();
    let asked = 0;
    const { run } = await bench(FILES, {
      fault: (request) => {
        if (isQuery(request) && ++asked === 2) interrupt.abort(new Error('Interrupted.'));
        return undefined;
      },
    });
    const { code, stdout, stderr } = await run(['query', 'details.query.yaml', '--format', 'csv', '--quiet'], {
      signal: interrupt.signal,
    });
    expect(code).toBe(130);
    expect(readCsv(stdout, '\n').length).toBeGreaterThan(1);
    expect(stderr).toMatch(/^PARTIAL: /);
  });

  it('because its reader went away asks for no more pages and ends quietly', async () => {
    const { run, queries } = await bench();
    const { code, stderr } = await run(['query', 'details.query.yaml', '--quiet'], { isReaderGone: true });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(queries()).toHaveLength(2);
  });

  it('waits a rate limit out', async () => {
    let asked = 0;
    const { run } = await bench(FILES, {
      fault: (request) => (isQuery(request) && ++asked === 2 ? { kind: 'rateLimited', retryAfter: 30 } : undefined),
    });
    const { code, stderr } = await run(['query', 'details.query.yaml']);
    expect(code).toBe(0);
    expect(stderr).toContain("waiting 30 s for the org's rate limit");
  });
});
