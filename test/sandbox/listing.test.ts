import * as fc from 'fast-check';
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '#sandbox/server.ts';
import { type Api, codesPath, openSandbox, queueIdOf, queuesPath, signIn } from './support.ts';

describe('pages', () => {
  let sandbox: Sandbox;
  let api: Api;
  beforeAll(async () => {
    sandbox = await startSandbox({ rate: 1_000_000 });
    api = await signIn(sandbox);
  });
  afterAll(() => sandbox.close());

  const lists = (): readonly string[] => [
    codesPath,
    `${codesPath}/divisionviews?includeState=ActiveAndDeleted`,
    queuesPath,
    `${queuesPath}/${queueIdOf(sandbox, 'Support Voice')}/wrapupcodes`,
    '/api/v2/users',
    '/api/v2/authorization/divisions',
  ];

  test('of any size make up the list: nothing twice, nothing lost, the order the same', async () => {
    const whole = new Map<string, readonly string[]>();
    for (const path of lists())
      whole.set(
        path,
        (await api.all(path, 100)).map((entity) => entity.id),
      );
    expect(whole.get(codesPath)?.length).toBeGreaterThan(100);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...lists()), fc.integer({ min: 7, max: 100 }), async (path, pageSize) => {
        const ids = (await api.all(path, pageSize)).map((entity) => entity.id);
        expect(ids).toEqual(whole.get(path));
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 25 },
    );
  });

  test('have links that lead through the list and back, and keep the other parameters', async () => {
    const seen: string[] = [];
    let next: unknown = `${codesPath}?pageSize=30&sortOrder=ascending`;
    let last: Record<string, unknown> = {};
    while (typeof next === 'string') {
      const page = await api.list(next);
      seen.push(...page.entities.map((entity) => entity.id));
      last = page;
      next = page['nextUri'];
    }
    expect(seen.length).toBe(last['total']);
    expect(last['selfUri']).toBe(last['lastUri']);
    expect(last['previousUri']).toBe(`${codesPath}?pageSize=30&sortOrder=ascending&pageNumber=4`);
    expect(last['firstUri']).toBe(`${codesPath}?pageSize=30&sortOrder=ascending&pageNumber=1`);
  });

  test('have 25 entities by default', async () => {
    const page = await api.list(codesPath);
    expect(page).toMatchObject({ pageSize: 25, pageNumber: 1, total: 142, pageCount: 6 });
    expect(page.entities).toHaveLength(25);
    expect(page['previousUri']).toBeUndefined();
  });

  test('after the last one are empty; a list without entities has no pages', async () => {
    expect(await api.list(`${codesPath}?pageNumber=99`)).toMatchObject({ entities: [], total: 142, pageNumber: 99 });
    const none = await api.list(`${codesPath}?name=no-such-name`);
    expect(none).toMatchObject({ entities: [], total: 0, pageCount: 0 });
    expect(none['nextUri']).toBeUndefined();
  });

  test.each(['pageSize=0', 'pageSize=-1', 'pageSize=ten', 'pageSize=2.5', 'pageNumber=0', 'pageNumber=x'])(
    'with %s are a bad request',
    async (query) => {
      expect((await api.get(`${codesPath}?${query}`)).body).toMatchObject({ status: 400, code: 'bad.request' });
    },
  );

  test('of the queue views end where the documentation says', async () => {
    expect(await api.list(`${queuesPath}/divisionviews?pageSize=500`)).toMatchObject({ pageSize: 100 });
    expect((await api.get(`${queuesPath}/divisionviews?pageNumber=6`)).status).toBe(400);
    expect(await api.list(`${queuesPath}/divisionviews/all?pageSize=600`)).toMatchObject({ pageSize: 500 });
  });
});

test.each([
  ['clamped', { status: 200, pageSize: 50 }],
  ['refused', { status: 400, pageSize: undefined }],
] as const)('a page size over the maximum is %s', async (pageSizeOverMaximum, expected) => {
  const sandbox = await openSandbox({ switches: { pageSizeOverMaximum, pageSizeMaximum: 50 } });
  const { status, body } = await (await signIn(sandbox)).get(`${codesPath}?pageSize=51`);
  expect({ status, pageSize: body['pageSize'] }).toEqual(expected);
});
