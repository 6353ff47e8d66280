/** Details queries against the real sandbox, over HTTP, with the real client. */
import { expect, test } from 'vitest';
import type { Fault, FaultTarget } from '#sandbox/faults.ts';
import type { OutputPlan } from '#core/query/compile/model.ts';
import { readOrgNames } from '#core/query/run/index.ts';
import { openWorld, type WorldOptions } from '../../genesys/support.ts';
import { DAY, detailsQuery, iso, pagesOrg, run } from './support.ts';

const PATH = '/api/v2/analytics/conversations/details/query';
const query = detailsQuery(1, { rows: 'conversation', columns: ['conversationId'] });

/** A fault for the nth details request and those after it, as often as said. */
function onPage(
  nth: number,
  fault: Fault,
  times = Number.POSITIVE_INFINITY,
): (target: FaultTarget) => Fault | undefined {
  let seen = 0;
  return ({ path }) => {
    if (path !== PATH) return undefined;
    seen++;
    return seen >= nth && seen < nth + times ? fault : undefined;
  };
}

let steady: readonly unknown[] | undefined;

/** `whole` is what comes without faults, in order. */
async function opened(options: WorldOptions = {}) {
  steady ??= (await run({ query, genesys: (await openWorld({ conversationsPerDay: 260 })).genesys })).rows.map(
    ([id]) => id,
  );
  return { ...(await openWorld({ conversationsPerDay: 260, ...options })), whole: steady };
}

test('all conversations of the interval come, in several pages', async () => {
  const { genesys, whole, sandbox, clock } = await opened();
  const { outcome, rows } = await run({ query, genesys, clock });
  expect(new Set(rows.map(([id]) => id)).size).toBe(whole.length);
  expect(whole.length).toBeGreaterThan(200);
  expect(sandbox.log.filter(({ path }) => path === PATH)).toHaveLength(Math.floor(whole.length / 100) + 1);
  expect(outcome).toMatchObject({ complete: true, progress: { read: whole.length, total: whole.length } });
  expect(outcome.notes).toEqual([]);
});

test('a page that fails for a moment is asked for again, and nothing is missing', async () => {
  const { genesys, whole, clock } = await opened({
    fault: onPage(2, { kind: 'answer', when: 'before', status: 503 }, 2),
  });
  const { outcome, rows } = await run({ query, genesys, clock });
  expect(rows.map(([id]) => id)).toEqual(whole);
  expect(outcome.complete).toBe(true);
});

const lasting: readonly (readonly [string, Fault])[] = [
  ['503', { kind: 'answer', when: 'before', status: 503 }],
  ['a cut connection', { kind: 'cut', when: 'after' }],
  ['half an answer', { kind: 'truncated' }],
  ['a page of HTML', { kind: 'html', when: 'before', status: 502 }],
  ['400', { kind: 'answer', when: 'before', status: 400 }],
  ['403', { kind: 'answer', when: 'before', status: 403 }],
];

test.each(lasting)('a later page that stays %s leaves a partial result that says why', async (_name, fault) => {
  const { genesys, whole, clock } = await opened({ fault: onPage(2, fault) });
  const { outcome, rows } = await run({ query, genesys, clock });
  expect(rows.map(([id]) => id)).toEqual(whole.slice(0, 100));
  expect(outcome.complete).toBe(false);
  expect(outcome.partial).toContain(`A page could not be read: 100 of about ${whole.length} conversations were read.`);
  expect(outcome.partial).toMatch(/Northwind .*querying conversations/);
});

test.each(lasting)('a first page that stays %s is a failure, not an empty result', async (_name, fault) => {
  const { genesys, clock } = await openWorld({ fault: onPage(1, fault) });
  await expect(run({ query, genesys, clock })).rejects.toThrow();
});

test('a rate limit is waited out, told in seconds, and nothing is missing', async () => {
  const { genesys, whole, clock } = await opened({ fault: onPage(2, { kind: 'rateLimited', retryAfter: 7 }, 1) });
  const { outcome, rows, progress } = await run({ query, genesys, clock });
  expect(rows.map(([id]) => id)).toEqual(whole);
  expect(outcome.complete).toBe(true);
  expect(progress.flatMap(({ waitSeconds }) => waitSeconds ?? [])).toEqual([7, 6, 5, 4, 3, 2, 1]);
  expect(outcome.endedAt - outcome.startedAt).toBe(7000);
});

test('a cancel while a page is under way gives what is there and says so', async () => {
  const controller = new AbortController();
  let asked = 0;
  const { genesys, whole, clock } = await opened({
    fault: ({ path }) => {
      if (path !== PATH || ++asked < 3) return undefined;
      controller.abort();
      return { kind: 'unanswered', when: 'before' };
    },
  });
  const { outcome, rows } = await run({ query, genesys, clock, signal: controller.signal });
  expect(rows.map(([id]) => id)).toEqual(whole.slice(0, 200));
  expect(outcome).toMatchObject({ complete: false, progress: { pages: 2 } });
  expect(outcome.partial).toContain('The run was cancelled: 200 of about');
});

test('a cancel during a rate limit ends the wait', async () => {
  const controller = new AbortController();
  const { genesys, clock } = await opened({ fault: onPage(2, { kind: 'rateLimited', retryAfter: 600 }) });
  const { outcome } = await run({
    query,
    genesys,
    clock,
    signal: controller.signal,
    onProgress: ({ waitSeconds }) => {
      if (waitSeconds === 595) controller.abort();
    },
  });
  expect(outcome.partial).toContain('The run was cancelled: 100 of about');
});

test('a cancel before the first answer is a partial result without rows', async () => {
  const { genesys, clock } = await openWorld();
  const { outcome, rows } = await run({ query, genesys, clock, signal: AbortSignal.abort() });
  expect(rows).toEqual([]);
  expect(outcome.partial).toContain('The run was cancelled: 0 conversations were read.');
});

test.each([
  [{ totalHitsMoves: 'yes' }],
  [{ pagesRepeat: 'yes' }],
  [{ totalHitsMoves: 'yes', pagesRepeat: 'yes' }],
  [{ emptyLists: 'kept' }],
  [{ emptyLists: 'leftOut' }],
] as const)('with %j every conversation comes once, and the result is whole', async (switches) => {
  const { genesys, whole, clock } = await opened({ switches });
  const { outcome, rows } = await run({ query, genesys, clock });
  expect(rows.map(([id]) => id)).toEqual(whole);
  expect(outcome.complete).toBe(true);
  if ('totalHitsMoves' in switches) expect(outcome.notes.join(' ')).toMatch(/the org counted from \d+ to \d+ conv/);
  if ('pagesRepeat' in switches) expect(outcome.notes.join(' ')).toMatch(/came again on a later page/);
});

test('conversations of the same day that began outside the interval are left out, and told of', async () => {
  const { genesys, clock, whole } = await opened();
  const { from } = query.interval;
  const noon = { from: from + DAY / 2, to: from + DAY / 2 + 3_600_000 };
  const hour = { ...query, interval: { ...noon, sent: `${iso(noon.from)}/${iso(noon.to)}` } };
  const asked = {
    ...hour,
    body: { interval: hour.interval.sent },
    output: { ...hour.output, columns: ['conversationStart'] },
  };
  const { outcome, rows } = await run({ query: asked, genesys, clock });
  const day = await run({ query: { ...query, output: asked.output }, genesys, clock });
  const within = day.rows.filter(([start]) => Number(start) >= noon.from && Number(start) < noon.to);
  expect(within.length).toBeGreaterThan(0);
  expect(rows).toEqual(within);
  expect(outcome).toMatchObject({ complete: true, progress: { read: whole.length, rows: within.length } });
  expect(outcome.notes).toContain(
    `${whole.length - within.length} conversations of the same days began outside the interval and are left out: the API selects whole days (UTC).`,
  );
});

test('a conversation counts from the first instant of the interval until before its end, or without a readable start', async () => {
  const { from, to } = query.interval;
  const starts = {
    before: iso(from - 1),
    first: iso(from),
    last: iso(to - 1),
    end: iso(to),
    none: undefined,
    odd: 'soon',
  };
  const conversations = Object.entries(starts).map(([conversationId, conversationStart]) => ({
    conversationId,
    ...(conversationStart !== undefined && { conversationStart }),
  }));
  const genesys = pagesOrg((number) => ({ conversations: number === 1 ? conversations : [], totalHits: 6 }));
  const { outcome, rows } = await run({ query, genesys });
  expect(rows.flat()).toEqual(['first', 'last', 'none', 'odd']);
  expect(outcome.notes.join(' ')).toContain('2 conversations of the same days began outside the interval and are left');
});

test('one conversation that began outside the interval is one', async () => {
  const conversations = [{ conversationId: 'a', conversationStart: iso(query.interval.to) }];
  const genesys = pagesOrg((number) => ({ conversations: number === 1 ? conversations : [], totalHits: 1 }));
  const { outcome } = await run({ query, genesys });
  expect(outcome.notes.join(' ')).toContain(
    '1 conversation of the same days began outside the interval and is left out:',
  );
});

test('ids have names, and codes what the catalog says of them', async () => {
  const { genesys, clock, sandbox } = await openWorld();
  const names = await readOrgNames(genesys, clock);
  const columns = ['queue', 'queueId', 'agent', 'userId', 'division', 'wrapUpCode', 'wrapUpName', 'category', 'tags'];
  const named = detailsQuery(7, { columns: [...columns, 'codeStatus', 'emptyReason'] });
  const code = [...sandbox.org.codes.values()].find(({ name }) => name === 'Follow Up Needed');
  const catalogs = [
    { name: 'Follow Up', category: 'billing', tags: ['cat:billing', 'vip'], formerly: ['follow up  needed'] },
  ];
  const { records } = await run({ query: named, genesys, clock, names, catalogs });
  const queues = new Map([...sandbox.org.queues.values()].map(({ id, name }) => [id, name]));
  const users = new Map(sandbox.org.users.map(({ id, name }) => [id, name]));
  const divisions = new Set(sandbox.org.divisions.map(({ name }) => name));
  const single = records.filter(({ emptyReason }) => emptyReason !== 'noAgentLeg' && emptyReason !== 'open');
  expect(single.length).toBeGreaterThan(500);
  for (const row of single) {
    if (row['queueId'] !== undefined) expect(row['queue']).toBe(queues.get(String(row['queueId'])));
    if (row['userId'] !== undefined) expect(row['agent']).toBe(users.get(String(row['userId'])));
    expect(
      String(row['division'])
        .split('; ')
        .every((name) => divisions.has(name)),
    ).toBe(true);
  }
  const followed = records.filter(({ wrapUpCode }) => wrapUpCode === code?.id);
  expect(followed.length).toBeGreaterThan(0);
  for (const row of followed) {
    expect(row).toMatchObject({
      wrapUpName: 'Follow Up Needed',
      category: 'billing',
      tags: 'cat:billing; vip',
      codeStatus: 'active',
    });
  }
  const known = new Map([...sandbox.org.codes.values()].map(({ id, deleted }) => [id, deleted ? 'deleted' : 'active']));
  for (const { wrapUpCode, codeStatus } of records.filter((row) => !String(row['wrapUpCode']).includes('; '))) {
    const id = String(wrapUpCode);
    const isSystem = id.startsWith('ININ-') || id === '7fb334b0-0e9e-11e4-9191-0800200c9a66';
    const expected = isSystem ? 'system' : (known.get(id) ?? 'notVisible');
    expect(codeStatus).toBe(wrapUpCode === undefined ? undefined : expected);
  }
  const statuses = new Set(records.map(({ codeStatus }) => codeStatus));
  expect([...statuses].map(String).toSorted()).toEqual(['active', 'notVisible', 'system', 'undefined']);
});

test('deleted codes keep their name and are marked', async () => {
  const { genesys, clock } = await openWorld();
  const names = await readOrgNames(genesys, clock, { kinds: ['wrapUpCode'] });
  const wrapUp = { dimension: 'wrapUpCode', operator: 'exists' };
  const segmentFilters = [{ type: 'and', predicates: [wrapUp] }];
  const old = detailsQuery(30, { columns: ['wrapUpCode', 'wrapUpName', 'codeStatus'] }, { segmentFilters });
  const { records } = await run({ query: old, genesys, clock, names });
  const deleted = records.filter(({ codeStatus }) => codeStatus === 'deleted');
  expect(deleted.length).toBeGreaterThan(0);
  for (const row of deleted) expect(row['wrapUpName']).not.toBe(row['wrapUpCode']);
});

test('names that could not be read are told of, and the ids are shown', async () => {
  const { genesys, clock } = await openWorld();
  const { records, outcome } = await run({ query: detailsQuery(1, { columns: ['queue', 'queueId'] }), genesys, clock });
  expect(records.every((row) => row['queue'] === row['queueId'])).toBe(true);
  expect(outcome.notes).toContain('The queues could not be read, so their ids are shown.');
});

test('rows are excluded by what they show, also by a column that is not shown, and the result says how many', async () => {
  const { genesys, clock } = await openWorld();
  const all = await run({ query: detailsQuery(1, { columns: ['mediaType', 'emptyReason'] }), genesys, clock });
  const exclude = { mediaType: ['callback', 'email'], emptyReason: ['noAgentLeg'] };
  const some = await run({ query: detailsQuery(1, { columns: ['conversationId'], exclude }), genesys, clock });
  const kept = all.records.filter(({ mediaType, emptyReason }) => {
    const media = String(mediaType).split('; ');
    return !media.includes('callback') && !media.includes('email') && emptyReason !== 'noAgentLeg';
  });
  expect(some.rows).toHaveLength(kept.length);
  const dropped = all.rows.length - kept.length;
  expect(dropped).toBeGreaterThan(0);
  expect(some.outcome.notes).toContain(`${dropped} rows were dropped by 'output.exclude'.`);
});

test('what is excluded may be written as a number or as a text, and null is not the text', async () => {
  const segments = [{ segmentType: 'wrapup', wrapUpCode: 'w', wrapUpNote: '101' }];
  const participants = [{ purpose: 'agent', sessions: [{ segments, metrics: [{ name: 'tTalk', value: 0 }] }] }];
  const nameless = { conversationId: 'b', externalTag: null };
  const conversations = [{ conversationId: 'a', participants }, nameless];
  const genesys = pagesOrg((number) => ({ conversations: number === 1 ? conversations : [], totalHits: 2 }));
  const left = async (exclude: OutputPlan['exclude']) =>
    (await run({ query: detailsQuery(1, { columns: ['conversationId'], exclude }), genesys })).rows.flat();
  expect(await left({ wrapUpNote: [101] })).toEqual(['b']);
  expect(await left({ wrapUpNote: ['101.0'] })).toEqual(['a', 'b']);
  expect(await left({ tTalk: ['0.0'] })).toEqual(['b']);
  expect(await left({ tTalk: [''] })).toEqual(['a', 'b']);
  expect(await left({ externalTag: ['null', 'undefined'] })).toEqual(['a', 'b']);
});

test('rows that cannot be dropped by a name that could not be read are told of', async () => {
  const genesys = pagesOrg(() => ({ conversations: [], totalHits: 0 }));
  const query = detailsQuery(1, {
    columns: ['conversationId'],
    exclude: { category: ['sales'], mediaType: ['email'] },
  });
  const { outcome } = await run({ query, genesys });
  expect(outcome.notes).toEqual([
    "'output.exclude.category' may have dropped too few rows, for the names it needs could not be read.",
  ]);
});
