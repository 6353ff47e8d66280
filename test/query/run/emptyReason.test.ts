/** Each reason from the fact it rests on, and the reasons of all rows of the sandbox against how it made them. */
import { expect, test } from 'vitest';
import { createConversationSource } from '#sandbox/analytics/source.ts';
import { generateDay } from '#sandbox/analytics/generate/generate.ts';
import { makePlan } from '#sandbox/analytics/generate/plan.ts';
import { seedOrg } from '#sandbox/org/seed.ts';
import type { AnalyticsConversation, AnalyticsSegment, AnalyticsSession } from '#core/genesys/index.ts';
import type { OrgNames } from '#core/query/model.ts';
import { readOrgNames } from '#core/query/run/index.ts';
import { openWorld } from '../../genesys/support.ts';
import { fakeClock, TEST_INSTANT } from '../../support/fakeClock.ts';
import { DAY, detailsQuery, iso, noNames, pagesOrg, presentQuery, run } from './support.ts';

const MINUTE = 60_000;
const ago = (ms: number): string => iso(TEST_INSTANT - ms);
const long = 10 * MINUTE;

const names: OrgNames = {
  ...noNames,
  queues: [
    { id: 'must', name: 'Must', wrapupPrompt: 'MANDATORY' },
    { id: 'timed', name: 'Timed', wrapupPrompt: 'MANDATORY_TIMEOUT', wrapupTimeoutMs: 5 * MINUTE },
    { id: 'may', name: 'May', wrapupPrompt: 'OPTIONAL' },
    { id: 'asked', name: 'Asked', wrapupPrompt: 'AGENT_REQUESTED', wrapupTimeoutMs: 5 * MINUTE },
  ],
};

const segment = (segmentType: string, from: number, to: number | undefined, more = {}): AnalyticsSegment => ({
  segmentType,
  segmentStart: ago(from),
  ...(to !== undefined && { segmentEnd: ago(to) }),
  ...more,
});
const talk = (to: number | undefined, queueId: string | undefined = 'must') =>
  segment('interact', 60 * MINUTE, to, queueId === undefined ? {} : { queueId });
const agent = (segments: readonly AnalyticsSegment[], more: Partial<AnalyticsSession> = {}) => ({
  purpose: 'agent',
  userId: 'u',
  sessions: [{ sessionId: 's', segments, ...more }],
});
const ended = (
  participants: AnalyticsConversation['participants'],
  end: number | undefined = long,
): AnalyticsConversation => ({
  conversationId: 'c',
  conversationStart: ago(60 * MINUTE),
  ...(end !== undefined && { conversationEnd: ago(end) }),
  ...(participants && { participants }),
});
const open = (participants: AnalyticsConversation['participants']): AnalyticsConversation => {
  const { conversationEnd: _end, ...rest } = ended(participants);
  return rest;
};
const customer = { purpose: 'customer', sessions: [{ segments: [talk(long)] }] };

const cases: readonly (readonly [string, AnalyticsConversation, readonly (string | undefined)[]])[] = [
  ['nobody but the customer', ended([customer]), ['noAgentLeg']],
  ['no participants at all', ended(undefined), ['noAgentLeg']],
  ['nobody yet, and it goes on', open([customer]), ['open']],
  ['rang and was not answered', ended([agent([segment('alert', long, long - 5)])]), ['noAgentLeg']],
  ['rings now', open([agent([segment('alert', 5, undefined)])]), ['open']],
  [
    'dialed and nobody answered',
    ended([agent([segment('contacting', long, long), segment('dialing', long, long)])]),
    ['noAgentLeg'],
  ],
  ['talks now', open([agent([talk(undefined)])]), ['open']],
  ['handed on, and the contact goes on', open([agent([talk(long)])]), ['open']],
  [
    'a wrap-up with a code',
    ended([agent([talk(long), segment('wrapup', long, long, { wrapUpCode: 'x' })])]),
    [undefined],
  ],
  ['in after-call work', open([agent([talk(MINUTE), segment('wrapup', MINUTE, undefined)])]), ['acwPending']],
  ['within the after-call time', ended([agent([talk(2 * MINUTE, 'timed')])], 2 * MINUTE), ['acwPending']],
  ['after the after-call time', ended([agent([talk(6 * MINUTE, 'timed')])], 6 * MINUTE), ['unknown']],
  ['a time that the agent only may ask for', ended([agent([talk(2 * MINUTE, 'asked')])], 2 * MINUTE), ['notRequired']],
  ['skipped', ended([agent([talk(long)], { acwSkipped: true })]), ['acwSkipped']],
  ['skipped a moment ago', ended([agent([talk(5)], { acwSkipped: true })], 5), ['acwSkipped']],
  ['not skipped', ended([agent([talk(long)], { acwSkipped: false })]), ['unknown']],
  ['ended half a minute ago', ended([agent([talk(30_000, 'may')])], 30_000), ['tooFresh']],
  ['an optional queue', ended([agent([talk(long, 'may')])]), ['notRequired']],
  ['a queue that agents ask', ended([agent([talk(long, 'asked')])]), ['notRequired']],
  ['a mandatory queue', ended([agent([talk(long, 'must')])]), ['unknown']],
  ['a queue that is not in the list', ended([agent([talk(long, 'gone')])]), ['unknown']],
  ['no queue', ended([agent([segment('interact', long, long)])]), ['notRequired']],
  ['a session without segments', ended([agent([])]), ['unknown']],
  [
    'a wrap-up that ended without a code',
    ended([agent([talk(long, 'may'), segment('wrapup', long, long)])]),
    ['notRequired'],
  ],
  [
    'the same in a mandatory queue',
    ended([agent([talk(long), segment('wrapup', long, long, { wrapUpCode: '' })])]),
    ['unknown'],
  ],
  [
    'a callback and its call, wrapped up together',
    ended([
      {
        purpose: 'agent',
        sessions: [
          { segments: [talk(long), segment('wrapup', long, long, { wrapUpCode: 'x' })] },
          { segments: [talk(long)] },
        ],
      },
    ]),
    [undefined, 'notRequired'],
  ],
  ['two agents', ended([agent([talk(long)]), agent([talk(long, 'may')])]), ['unknown', 'notRequired']],
];

test.each(cases)('%s', async (_name, conversation, reasons) => {
  const query = presentQuery({ columns: ['emptyReason'] });
  const org = pagesOrg((number) => ({ conversations: number === 1 ? [conversation] : [], totalHits: 1 }));
  const { rows } = await run({ query, genesys: org, names });
  expect(rows.map(([reason]) => reason)).toEqual(reasons);
});

test('without the list of queues no reason says what a queue needs', async () => {
  const query = presentQuery({ columns: ['emptyReason'] });
  const conversation = ended([agent([talk(long, 'may')])]);
  const org = pagesOrg((number) => ({ conversations: number === 1 ? [conversation] : [], totalHits: 1 }));
  const { rows, outcome } = await run({ query, genesys: org });
  expect(rows).toEqual([['unknown']]);
  expect(outcome.notes.join(' ')).toContain('no empty wrap-up says whether its queue needed one');
});

/** What the sandbox did, read off its drafts, which know the future too. */
const perDay = 400;
const org = seedOrg(1, () => 'secret');
const today = Math.floor(TEST_INSTANT / DAY);
const plan = makePlan(1, org, perDay, TEST_INSTANT);
const prompts = new Map(plan.floor.queues.map(({ id, prompt }) => [id, prompt]));

test('the reasons of the whole of three past days are those for which the sandbox left codes out', async () => {
  const { genesys, clock } = await openWorld({ conversationsPerDay: perDay });
  const query = detailsQuery(3, { columns: ['conversationId', 'path', 'wrapUpCode', 'emptyReason'] });
  const { records, outcome } = await run({ query, genesys, clock, names: await readOrgNames(genesys, clock) });
  expect(outcome.complete).toBe(true);
  const reasons = new Map(records.map((row) => [`${row['conversationId']} ${row['path'] ?? ''}`, row['emptyReason']]));
  const seen = new Set<unknown>();
  for (const draft of [3, 2, 1].flatMap((days) => generateDay(plan, today - days))) {
    for (const [index, { facts, sessions }] of draft.participants.entries()) {
      for (const [place, session] of sessions.entries()) {
        const types = session.segments.map(({ type }) => type);
        const last = session.segments.at(-1);
        if (facts.purpose !== 'agent' || types.includes('wrapup') || last === undefined || last.end > TEST_INSTANT)
          continue;
        const queueId = session.segments.map((one) => one.facts.queueId).findLast((id) => id !== undefined);
        const isBeside = sessions.some(
          (other) => other !== session && other.segments.some(({ type }) => type === 'wrapup'),
        );
        const reason = reasons.get(`${draft.id} participants[${index}].sessions[${place}]`);
        const spoke = types.some((type) => !['alert', 'contacting', 'dialing'].includes(type));
        const expected = !spoke
          ? undefined
          : session.acwSkipped
            ? 'acwSkipped'
            : isBeside || queueId === undefined || ['OPTIONAL', 'AGENT_REQUESTED'].includes(prompts.get(queueId) ?? '')
              ? 'notRequired'
              : 'unknown';
        expect([draft.id, types, prompts.get(queueId ?? ''), reason]).toEqual([
          draft.id,
          types,
          prompts.get(queueId ?? ''),
          expected,
        ]);
        seen.add(reason);
      }
    }
  }
  expect([...seen].map(String).toSorted()).toEqual(['acwSkipped', 'notRequired', 'undefined']);
  expect(records.filter(({ emptyReason }) => emptyReason === 'unknown')).toEqual([]);
});

test('at the present moment every row without a code has its reason, and no row with one', async () => {
  const clock = fakeClock();
  const source = createConversationSource({ seed: 1, org, clock, perDay: 6000 });
  const now = source.startedBetween(TEST_INSTANT - 3 * 3_600_000, TEST_INSTANT + 1);
  const query = presentQuery({
    columns: ['conversationId', 'conversationEnd', 'agent', 'userId', 'wrapUpCode', 'emptyReason'],
  });
  const pages = pagesOrg((number) => ({
    conversations: now.slice((number - 1) * 100, number * 100) as unknown as readonly AnalyticsConversation[],
    totalHits: now.length,
  }));
  const queues = plan.floor.queues.map(({ id, name, prompt, timeoutMs }) => ({
    id,
    name,
    wrapupPrompt: prompt,
    ...(timeoutMs !== undefined && { wrapupTimeoutMs: timeoutMs }),
  }));
  const { records } = await run({ query, genesys: pages, clock, names: { ...noNames, queues } });
  const counts = new Map<unknown, number>();
  for (const row of records) {
    expect(row['emptyReason'] === undefined).toBe(row['wrapUpCode'] !== undefined);
    counts.set(row['emptyReason'], (counts.get(row['emptyReason']) ?? 0) + 1);
    if (row['emptyReason'] === 'open') expect(row['conversationEnd']).toBeUndefined();
    if (row['emptyReason'] === 'noAgentLeg') {
      expect(row['conversationEnd']).toBeDefined();
      // Who only heard it ring is not its agent.
      expect([row['agent'], row['userId']]).toEqual([undefined, undefined]);
    }
  }
  // One that is too fresh is rare: it has to have ended within the last minute.
  counts.delete('tooFresh');
  expect([...counts.keys()].map(String).toSorted()).toEqual(
    ['acwPending', 'acwSkipped', 'noAgentLeg', 'notRequired', 'open', 'undefined'].toSorted(),
  );
});
