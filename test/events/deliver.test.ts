import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_ATTEMPTS } from '#core/events/attempt.ts';
import { deliverDue, type DeliveryParts } from '#core/events/deliver.ts';
import { keepDelivering } from '#core/events/keepDelivering.ts';
import type { PostAnswer, PostRequest } from '#core/events/model.ts';
import { type FakeClock, fakeClock, TEST_INSTANT } from '../support/fakeClock.ts';
import { isSigned, item, KEY, type KeptOutbox, keptOutbox, SECRET, URL_A, URL_B } from './support.ts';

const OK: PostAnswer = { answered: true, status: 204 };
const BROKEN: PostAnswer = { answered: true, status: 500 };

interface Bench extends DeliveryParts {
  readonly clock: FakeClock;
  readonly outbox: KeptOutbox;
  readonly posts: PostRequest[];
  /** Ids of the events in the order of their arrival. */
  ids(): readonly string[];
}

function bench(
  items: Parameters<typeof keptOutbox>[0],
  answer: (request: PostRequest) => PostAnswer = () => OK,
  more: Partial<Omit<DeliveryParts, 'clock' | 'outbox'>> = {},
): Bench {
  const posts: PostRequest[] = [];
  return {
    posts,
    ids: () => posts.map(({ headers }) => headers['webhook-id'] ?? ''),
    outbox: keptOutbox(items),
    clock: fakeClock(),
    random: { next: () => 0.5 },
    secretFor: async () => SECRET,
    post: async (request) => {
      posts.push(request);
      return answer(request);
    },
    ...more,
  };
}

describe('delivery', () => {
  it('sends CloudEvents with a signature that a receiver can check', async () => {
    const world = bench([item(1, 'Escalation')]);
    expect(await deliverDue(world)).toEqual({ delivered: 1, failed: [], unsigned: [] });
    const [post] = world.posts as [PostRequest];
    expect(post.url).toBe(URL_A);
    expect(post.headers).toMatchObject({
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-id': 'event-1',
      'webhook-timestamp': String(TEST_INSTANT / 1000),
    });
    expect(JSON.parse(post.body)).toEqual(item(1, 'Escalation').event);
    expect(isSigned(post)).toBe(true);
    expect(isSigned({ ...post, body: `${post.body} ` })).toBe(false);
    expect(JSON.stringify(post)).not.toContain(SECRET.slice(6));
    expect(world.outbox.items.size).toBe(0);
  });

  it('signs each attempt anew, and with every secret while two are in use', async () => {
    const other = Buffer.alloc(40, 7);
    const world = bench([item(1, 'A')], () => (world.posts.length === 1 ? BROKEN : OK), {
      secretFor: async () => `${SECRET}  whsec_${other.toString('base64')}`,
    });
    await keepDelivering(world);
    expect(world.posts.map(({ headers }) => Number(headers['webhook-timestamp']) - TEST_INSTANT / 1000)).toEqual([
      0, 5,
    ]);
    for (const post of world.posts) expect([isSigned(post, KEY), isSigned(post, other)]).toEqual([true, true]);
  });

  it.each([
    [undefined],
    [''],
    ['too short'],
    [`whsec_${Buffer.alloc(23).toString('base64')}`],
    ['not base 64 '.repeat(4)],
  ])('sends nothing without a secret that can sign, and does not say what it is: %j', async (secret) => {
    const world = bench([item(1, 'A')], undefined, { secretFor: async () => secret });
    const { unsigned, ...round } = await deliverDue(world);
    expect(round).toEqual({ delivered: 0, failed: [] });
    expect(unsigned).toEqual([{ url: URL_A, why: expect.stringContaining('secret') as unknown }]);
    expect(world.posts).toEqual([]);
    expect(world.outbox.items.get('0001-a')?.attempts).toBe(0);
    if (secret) expect(unsigned[0]?.why).not.toContain(secret);
  });

  it('holds back what comes later for the same code at the same address, and nothing else', async () => {
    const items = [
      item(1, 'A'),
      item(2, 'B'),
      item(3, 'A'),
      item(1, 'A', { url: URL_B }),
      item(3, 'A', { url: URL_B }),
    ];
    const world = bench(items, ({ url, headers }) =>
      url === URL_A && headers['webhook-id'] === 'event-1' ? BROKEN : OK,
    );
    const round = await deliverDue(world);
    expect(round).toMatchObject({ delivered: 3, nextAt: TEST_INSTANT + 5000 });
    expect(round.failed).toEqual([
      { ...item(1, 'A'), attempts: 1, nextAt: TEST_INSTANT + 5000, lastError: 'It answered 500.' },
    ]);
    expect([...world.outbox.items.keys()].sort()).toEqual(['0001-a', '0003-a']);
    await deliverDue(world);
    expect(world.posts).toHaveLength(4);
  });

  it('waits longer each time, up to an hour, and gives up in the end', async () => {
    const world = bench([item(1, 'A'), item(2, 'A')], () => BROKEN);
    const end = await keepDelivering(world);
    expect(end.failed).toMatchObject([{ dead: true, attempts: MOST_ATTEMPTS }]);
    expect(world.clock.sleeps.slice(0, 4)).toEqual([5000, 10_000, 20_000, 40_000]);
    expect(Math.max(...world.clock.sleeps)).toBe(3_600_000);
    expect(world.posts).toHaveLength(MOST_ATTEMPTS);
    // A dead letter keeps its code waiting: later news before earlier would be wrong.
    expect(await deliverDue(world)).toEqual({ delivered: 0, failed: [], unsigned: [] });
    expect(world.outbox.items.get('0002-a')).toEqual(item(2, 'A'));
  });

  it('waits as long as it is asked to, within reason', async () => {
    const after = async (retryAfter: string): Promise<number | undefined> => {
      const world = bench([item(1, 'A')], () => ({ answered: true, status: 429, retryAfter }));
      return (await deliverDue(world)).nextAt;
    };
    expect(await after('120')).toBe(TEST_INSTANT + 120_000);
    expect(await after('Fri, 20 Nov 2026 12:10:00 GMT')).toBe(TEST_INSTANT + 600_000);
    expect(await after('999999999')).toBe(TEST_INSTANT + 24 * 3_600_000);
    for (const odd of ['soon', '-1', '', 'Fri, 20 Nov 2020 12:10:00 GMT'])
      expect(await after(odd)).toBe(TEST_INSTANT + 5000);
  });

  it.each([
    [{ answered: true, status: 302 }, /redirect/, false],
    [{ answered: true, status: 401 }, /same secret/, false],
    [{ answered: true, status: 410 }, /no more events/, true],
    [{ answered: false, message: 'It did not answer.' }, /did not answer/, false],
  ] as const)('says why an attempt failed: %j', async (answer, words, dead) => {
    const world = bench([item(1, 'A')], () => answer);
    const [failed] = (await deliverDue(world)).failed;
    expect(failed).toMatchObject({ dead, lastError: expect.stringMatching(words) as unknown });
  });

  it('does not count an attempt that was cut off here', async () => {
    const ended = new AbortController();
    const world = bench(
      [item(1, 'A'), item(2, 'A')],
      () => {
        ended.abort();
        return { answered: false, message: 'The connection ended.' };
      },
      { signal: ended.signal },
    );
    expect(await keepDelivering(world)).toMatchObject({ delivered: 0, failed: [] });
    expect(world.outbox.items.get('0001-a')).toEqual(item(1, 'A'));
  });

  it('begins no attempt after its time', async () => {
    const world = bench([item(1, 'A'), item(2, 'B')], () => BROKEN, { until: TEST_INSTANT + 12_000 });
    await keepDelivering(world);
    expect(world.ids()).toEqual(['event-1', 'event-2', 'event-1', 'event-2']);
    expect(await keepDelivering({ ...world, until: TEST_INSTANT })).toMatchObject({ delivered: 0, failed: [] });
  });
});

/** What may happen to one attempt; `lost` and `crash` are those where the event has arrived all the same. */
type Fate = 'taken' | 'refused' | 'unreachable' | 'lost' | 'crash';

describe('for random failures', () => {
  it('each event arrives at least once, in the order of its code, with a valid signature', async () => {
    const fates = fc.infiniteStream(
      fc.constantFrom<Fate>('taken', 'taken', 'taken', 'refused', 'unreachable', 'lost', 'crash'),
    );
    const events = fc.array(
      fc.record({ subject: fc.constantFrom('A', 'B', 'C', 'ü'), url: fc.constantFrom(URL_A, URL_B) }),
      { minLength: 1, maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(events, fates, async (given, fate) => {
        const items = given.map(({ subject, url }, index) => item(index, subject, { url }));
        const arrived: PostRequest[] = [];
        const outbox = keptOutbox(items);
        let crash = false;
        const world = {
          outbox: {
            ...outbox,
            remove: async (key: string) => {
              if (crash) throw new Error('The process died.');
              await outbox.remove(key);
            },
          },
          clock: fakeClock(),
          random: { next: () => 0.5 },
          secretFor: async () => SECRET,
          post: async (request: PostRequest): Promise<PostAnswer> => {
            const next = fate.next().value ?? 'taken';
            if (next === 'refused') return BROKEN;
            if (next === 'unreachable') return { answered: false, message: 'No connection.' };
            arrived.push(request);
            if (next === 'lost') return { answered: false, message: 'The connection ended.' };
            crash ||= next === 'crash';
            return OK;
          },
        };
        for (let run = 0; run < 1000 && outbox.items.size > 0; run++) {
          await keepDelivering(world).catch(() => undefined);
          crash = false;
        }
        expect([...outbox.items.values()].filter(({ dead }) => !dead)).toEqual([]);
        expect(arrived.every((post) => isSigned(post))).toBe(true);
        for (const url of [URL_A, URL_B]) {
          for (const subject of ['A', 'B', 'C', 'ü']) {
            const sent = items.filter((one) => one.url === url && one.event.subject === subject);
            const came = arrived
              .filter((post) => post.url === url)
              .map(({ body }) => JSON.parse(body) as { id: string; subject: string })
              .filter((event) => event.subject === subject)
              .map(({ id }) => id);
            // The first arrival of each, in order; a repetition never comes after a later one.
            expect(came.filter((id, index) => came[index - 1] !== id)).toEqual(sent.map(({ event }) => event.id));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
