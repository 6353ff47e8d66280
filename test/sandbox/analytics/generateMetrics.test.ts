/** Metrics agree with the segments they measure. */
import { expect, test } from 'vitest';
import details from '#schemas/api/enums/conversations.details.query.json' with { type: 'json' };
import aggregates from '#schemas/api/enums/conversations.aggregates.query.json' with { type: 'json' };
import { endOf } from '#sandbox/analytics/generate/draft.ts';
import { evaluatedMetrics } from '#sandbox/analytics/generate/metrics.ts';
import { lengths, metric, type Placed, sessions, sum, values } from './generateSupport.ts';

const of = (...purposes: readonly string[]): readonly Placed[] =>
  sessions.filter(({ purpose }) => purposes.includes(purpose));
const agents = of('agent');
/** The voice session within a callback is part of the callback session's handle time. */
const inner = ({ session, draft }: Placed): boolean =>
  session.facts.mediaType === 'voice' &&
  draft.participants.some(({ sessions: all }) =>
    all.some(({ id, facts }) => facts.mediaType === 'callback' && id === session.facts.peerId),
  );

test('the stated metrics are those that occur, and all are published', () => {
  const found = new Set(sessions.flatMap(({ session }) => session.metrics.map(({ name }) => name)));
  expect([...found].toSorted()).toEqual([...evaluatedMetrics].toSorted());
  const published = aggregates.models.ConversationAggregationQuery.metrics.enum;
  expect(evaluatedMetrics.filter((name) => !published.includes(name))).toEqual([]);
  const inDetails = details.models.ConversationDetailQueryPredicate.metric.enum;
  expect(evaluatedMetrics.filter((name) => !inDetails.includes(name))).toEqual(['tWait']);
});

test('a value is a whole number that is not negative, emitted within its conversation and in order', () => {
  for (const { draft, session } of sessions) {
    const last = endOf(draft);
    const wrong = session.metrics.filter(
      ({ value, at }, index) =>
        !Number.isSafeInteger(value) ||
        value < 0 ||
        at < draft.start ||
        at > last ||
        at < (session.metrics[index - 1]?.at ?? 0),
    );
    expect(wrong).toEqual([]);
  }
});

test.each([
  ['tAlert', 'alert', 'voice'],
  ['tTalk', 'interact', 'voice'],
  ['tHeld', 'hold', 'voice'],
  ['tAcw', 'wrapup', 'voice'],
  ['tAcw', 'wrapup', 'callback'],
  ['tAcw', 'wrapup', 'message'],
  ['tTalk', 'interact', 'email'],
  ['tPark', 'parked', 'email'],
  ['tPark', 'parked', 'message'],
  ['tActiveCallback', 'interact', 'callback'],
  ['tDialing', 'dialing', 'voice'],
  ['tContacting', 'contacting', 'voice'],
])('%s has the length of each %s segment of an agent (%s)', (name, type, media) => {
  const some = agents.filter(({ session }) => session.facts.mediaType === media);
  expect(some.some(({ session }) => values(session, name).length > 0)).toBe(true);
  for (const { session } of some) expect(values(session, name)).toEqual(lengths(session, type));
});

test.each([
  ['tTalkComplete', 'tTalk'],
  ['tHeldComplete', 'tHeld'],
  ['tParkComplete', 'tPark'],
  ['tActiveCallbackComplete', 'tActiveCallback'],
  ['tMonitoringComplete', 'tMonitoring'],
  ['tCoachingComplete', 'tCoaching'],
])('%s is the sum of %s, once, when the last of them ends', (complete, each) => {
  const some = sessions.filter(({ session }) => values(session, each).length > 0);
  expect(some.length).toBeGreaterThan(0);
  for (const { session } of some) {
    expect(values(session, complete)).toEqual([sum(values(session, each))]);
    expect(metric(session, complete)?.at).toBe(session.metrics.findLast(({ name }) => name === each)?.at);
  }
});

test('tHandle is talk, hold, after-call work, dialing and contacting, once, when the last of them ends', () => {
  const counted = new Set(['tTalk', 'tHeld', 'tAcw', 'tDialing', 'tContacting', 'tActiveCallback']);
  for (const placed of agents) {
    const { session } = placed;
    const parts = session.metrics.filter(({ name }) => counted.has(name));
    const expected = parts.length === 0 || inner(placed) ? [] : [sum(parts.map(({ value }) => value))];
    expect(values(session, 'tHandle')).toEqual(expected);
    if (expected.length > 0) expect(metric(session, 'tHandle')?.at).toBe(parts.at(-1)?.at);
  }
});

test('a queue offers each visit once, and its wait ends in one way', () => {
  for (const { session, draft } of of('acd')) {
    const [waited] = lengths(session, 'interact');
    expect(values(session, 'nOffered')).toEqual([1]);
    expect(values(session, 'tAcd')).toEqual([waited]);
    expect(values(session, 'tWait')).toEqual([waited]);
    const queue = session.segments[0]?.facts.queueId;
    const end = session.segments[0]?.end;
    const answers = draft.participants
      .filter(({ facts }) => facts.purpose === 'agent')
      .flatMap(({ sessions: all }) => all)
      .flatMap((one) => one.metrics.filter(({ name, at }) => name === 'tAnswered' && at === end))
      .map(({ value }) => value);
    const ends = [...values(session, 'tAbandon'), ...values(session, 'tFlowOut'), ...answers];
    expect({ queue, ends }).toEqual({ queue, ends: [waited] });
  }
});

test('a short abandon is an abandon too', () => {
  const short = of('acd').filter(({ session }) => values(session, 'tShortAbandon').length > 0);
  expect(short.length).toBeGreaterThan(0);
  for (const { session } of short) expect(values(session, 'tShortAbandon')).toEqual(values(session, 'tAbandon'));
});

test('an alert that nobody takes gives tNotResponding and nError, and the agent has nothing else', () => {
  const missed = agents.filter(({ session }) => values(session, 'tNotResponding').length > 0);
  expect(missed.length).toBeGreaterThan(0);
  for (const { session } of missed) {
    expect(session.segments.map(({ type }) => type)).toEqual(['alert']);
    expect(session.metrics.map(({ name }) => name).toSorted()).toEqual(['nError', 'tAlert', 'tNotResponding']);
  }
});

test('a transfer is either blind or after a consultation', () => {
  for (const { session } of agents) {
    const kinds = [...values(session, 'nBlindTransferred'), ...values(session, 'nConsultTransferred')];
    expect(kinds).toEqual(values(session, 'nTransferred'));
    if (values(session, 'nConsultTransferred').length > 0) expect(values(session, 'nConsult')).toEqual([1]);
  }
});

test('written answers have their averages, and the first response is the first answer', () => {
  const written = agents.filter(({ session }) => values(session, 'oMessageTurn').length > 0);
  expect(written.length).toBeGreaterThan(0);
  for (const { session, draft } of written) {
    const answers = values(session, 'tAgentResponseTime');
    expect(values(session, 'oMessageTurn')).toEqual([answers.length]);
    expect(values(session, 'tAverageAgentResponseTime')).toEqual([Math.round(sum(answers) / answers.length)]);
    const first = metric(session, 'tFirstResponse');
    expect(first?.value).toBe((metric(session, 'tAgentResponseTime')?.at ?? 0) - draft.start);
  }
});

test('what a campaign attempts is connected or not, and abandoned only if connected', () => {
  const attempts = of('customer').filter(({ session }) => values(session, 'nOutboundAttempted').length > 0);
  expect(attempts.length).toBeGreaterThan(0);
  for (const { session } of attempts) {
    const connected = values(session, 'nOutboundConnected');
    expect(connected).toEqual(lengths(session, 'interact').map(() => 1));
    expect(values(session, 'nOutboundAbandoned').length).toBeLessThanOrEqual(connected.length);
    expect(session.facts.outboundCampaignId).toBeDefined();
  }
});
