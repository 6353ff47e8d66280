/** What holds for every conversation, whatever happened in it. */
import { expect, test } from 'vitest';
import { endOf } from '#sandbox/analytics/generate/draft.ts';
import { drafts, length, sessions, today } from './generateSupport.ts';
import { dayMs } from '#sandbox/analytics/generate/rhythm.ts';

test('conversations come in the order of their starts, each on its own day', () => {
  const starts = drafts.map(({ start }) => start);
  expect(starts).toEqual(starts.toSorted((one, other) => one - other));
  expect(starts.every((start) => start >= (today - 35) * dayMs && start < (today + 1) * dayMs)).toBe(true);
});

test('every id is met once', () => {
  const ids = drafts.flatMap((draft) => [
    draft.id,
    ...draft.participants.flatMap((one) => [one.id, ...one.sessions.map(({ id }) => id)]),
  ]);
  expect(new Set(ids).size).toBe(ids.length);
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(ids.filter((id) => !uuid.test(id))).toEqual([]);
});

test('a session has segments that follow each other without a gap, within its conversation', () => {
  const wrong = sessions.filter(({ draft, session: { segments } }) => {
    const inside = segments.every(({ start, end }) => start >= draft.start && end >= start && end <= endOf(draft));
    const following = segments.every(({ start }, index) => index === 0 || start === segments[index - 1]?.end);
    return segments.length === 0 || !inside || !following;
  });
  expect(wrong).toEqual([]);
});

test('a session knows one queue at most', () => {
  const queues = sessions.map(({ session }) =>
    session.segments.flatMap(({ facts, outcome }) => [facts.queueId, outcome.queueId]),
  );
  expect(queues.filter((ids) => new Set(ids.filter((id) => id !== undefined)).size > 1)).toEqual([]);
});

test("an agent's wrap-up is the last segment, follows an interaction, has a code and a queue", () => {
  const wrong = sessions.filter(({ purpose, session: { segments, acwSkipped } }) => {
    const places = segments.flatMap(({ type }, index) => (type === 'wrapup' ? [index] : []));
    if (purpose !== 'agent') return false;
    const [place] = places;
    if (place === undefined) return false;
    const [before, wrapup] = [segments[place - 1]?.type ?? '', segments[place]];
    const follows = ['interact', 'hold', 'transmitting'].includes(before);
    const told = wrapup?.outcome.wrapUpCode !== undefined && wrapup.facts.queueId !== undefined;
    return places.length > 1 || place !== segments.length - 1 || !follows || !told || acwSkipped !== undefined;
  });
  expect(wrong).toEqual([]);
});

test('a wrap-up code is on wrapup segments only, and a system wrap-up takes no time', () => {
  const segments = sessions.flatMap(({ session }) => session.segments);
  expect(segments.filter(({ type, outcome }) => type !== 'wrapup' && outcome.wrapUpCode !== undefined)).toEqual([]);
  const ofCustomers = sessions
    .filter(({ purpose }) => purpose === 'customer')
    .flatMap(({ session }) => session.segments.filter(({ type }) => type === 'wrapup'));
  expect(ofCustomers.length).toBeGreaterThan(0);
  expect(ofCustomers.every((one) => length(one) === 0 && one.outcome.wrapUpCode?.startsWith('ININ-OUTBOUND-'))).toBe(
    true,
  );
});

test('a conversation has a customer for the whole contact, but when colleagues or an agent write or call', () => {
  const without = drafts.filter(({ participants }) => !participants.some(({ facts }) => facts.purpose === 'customer'));
  expect(without.every(({ originatingDirection }) => originatingDirection === 'outbound')).toBe(true);
});
