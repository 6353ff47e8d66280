/** What is answered has the published fields and values only. */
import { expect, test } from 'vitest';
import systemCodes from '#schemas/api/system-wrapup-codes.json' with { type: 'json' };
import { visibleAt } from '#sandbox/analytics/generate/visibleAt.ts';
import { modelNamed } from '#sandbox/facts.ts';
import { drafts, org, plan } from './generateSupport.ts';

const whole = drafts.map((draft) => visibleAt(draft, Number.MAX_SAFE_INTEGER));
const participants = whole.flatMap((one) => one.participants);
const sessions = participants.flatMap((one) => one.sessions);
const segments = sessions.flatMap((one) => one.segments);

test.each([
  ['AnalyticsConversationWithoutAttributes', whole],
  ['AnalyticsParticipantWithoutAttributes', participants],
  ['AnalyticsSession', sessions],
  ['AnalyticsSessionMetric', sessions.flatMap((one) => one.metrics)],
  ['AnalyticsConversationSegment', segments],
  ['AnalyticsSurvey', whole.flatMap((one) => one.surveys ?? [])],
  ['AnalyticsEvaluation', whole.flatMap((one) => one.evaluations ?? [])],
  ['AnalyticsResolution', whole.flatMap((one) => one.resolutions ?? [])],
])('%s has published fields with values of their type', (name, all: readonly object[]) => {
  const model = modelNamed(name) ?? {};
  const wrong = new Set<string>();
  for (const entity of all) {
    for (const [key, value] of Object.entries(entity)) {
      const field = model[key];
      const list: readonly unknown[] = Array.isArray(value) ? value : [value];
      if (!field || !list.every((one) => fits(field, one))) wrong.add(`${key}: ${JSON.stringify(value)}`);
    }
  }
  expect(all.length).toBeGreaterThan(0);
  expect([...wrong].slice(0, 5)).toEqual([]);
});

function fits(
  { type, enum: values }: { readonly type: string; readonly enum?: readonly string[] | undefined },
  value: unknown,
): boolean {
  if (values) return typeof value === 'string' && values.includes(value);
  const inner = type.replace(/^array<(.*)>$/, '$1');
  if (inner === 'date-time') return typeof value === 'string' && new Date(value).toISOString() === value;
  if (inner.startsWith('integer')) return Number.isSafeInteger(value);
  if (inner.startsWith('Analytics')) return typeof value === 'object';
  return typeof value === inner;
}

test('a survey has a published status, and all of them occur', () => {
  const found = new Set(whole.flatMap((one) => one.surveys ?? []).map(({ surveyStatus }) => surveyStatus));
  const published = modelNamed('Survey')?.['status']?.enum ?? [];
  // Nothing stays pending for ever; a survey is pending for the first seconds.
  expect([...found, 'Pending'].toSorted()).toEqual([...published].toSorted());
});

test('a wrap-up code is of its queue, deleted since, lost, or of the system', () => {
  const system = systemCodes.values.map(({ value }) => value);
  const kinds = new Map<string, number>();
  for (const { segmentType, wrapUpCode, queueId } of segments) {
    if (segmentType !== 'wrapup' || wrapUpCode === undefined) continue;
    const kind = kindOf(wrapUpCode, queueId ?? '', system);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  expect([...kinds.keys()].toSorted()).toEqual(['default', 'deleted', 'lost', 'of the queue', 'system']);
  expect(kinds.get('of the queue')).toBeGreaterThan(5_000);
});

function kindOf(code: string, queueId: string, system: readonly string[]): string {
  if (system.includes(code)) return 'system';
  if (code === '7fb334b0-0e9e-11e4-9191-0800200c9a66') return 'default';
  if (org.queueCodes.get(queueId)?.has(code)) return 'of the queue';
  if (org.codes.get(code)?.deleted) return 'deleted';
  return org.codes.has(code) ? 'of another queue' : 'lost';
}

test('deleted codes are on old conversations only', () => {
  const withDeleted = whole.filter((one) =>
    one.participants.some((party) =>
      party.sessions.some((session) =>
        session.segments.some(({ wrapUpCode }) => org.codes.get(wrapUpCode ?? '')?.deleted !== undefined),
      ),
    ),
  );
  expect(withDeleted.length).toBeGreaterThan(0);
  expect(withDeleted.every((one) => Date.parse(one.conversationStart) < plan.oldBefore)).toBe(true);
});

test('all media types that a query can name occur, but the unknown one', () => {
  const published = modelNamed('AnalyticsSession')?.['mediaType']?.enum ?? [];
  const found = new Set(sessions.map(({ mediaType }) => mediaType));
  expect(published.filter((media) => !found.has(media))).toEqual(['unknown']);
});

test('queues, agents and divisions are those of the org', () => {
  const known = new Set([...org.queues.keys(), ...org.users.map(({ id }) => id), ...org.divisions.map(({ id }) => id)]);
  const named = [
    ...segments.flatMap(({ queueId }) => queueId ?? []),
    ...participants.flatMap(({ userId }) => userId ?? []),
    ...whole.flatMap(({ divisionIds }) => divisionIds),
  ];
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});

test('after-call work that is skipped, not asked for, timed out or without a note: each occurs', () => {
  const agents = participants.filter(({ purpose }) => purpose === 'agent').flatMap((one) => one.sessions);
  const wrapups = segments.filter(({ segmentType }) => segmentType === 'wrapup');
  const hasWrapup = (types: readonly string[]): boolean => types.includes('wrapup');
  const kinds = {
    skipped: agents.some(({ acwSkipped }) => acwSkipped === true),
    none: agents.some(
      (one) => !hasWrapup(one.segments.map(({ segmentType }) => segmentType)) && one.acwSkipped === undefined,
    ),
    timedOut: wrapups.some(({ wrapUpCode }) => wrapUpCode === 'ININ-WRAP-UP-TIMEOUT'),
    emptyNote: wrapups.some(({ wrapUpNote }) => wrapUpNote === ''),
    formula: wrapups.some(({ wrapUpNote }) => wrapUpNote?.startsWith('=')),
    lines: wrapups.some(({ wrapUpNote }) => wrapUpNote?.includes('\r\n')),
    tags: wrapups.some(({ wrapUpTags }) => (wrapUpTags?.length ?? 0) > 1),
  };
  expect(Object.entries(kinds).filter(([, occurs]) => !occurs)).toEqual([]);
});

test('some conversations have several wrap-ups', () => {
  const counts = whole.map(
    (one) =>
      one.participants
        .flatMap((party) => party.sessions)
        .flatMap((session) => session.segments)
        .filter(({ segmentType }) => segmentType === 'wrapup').length,
  );
  expect(counts.filter((count) => count > 1).length).toBeGreaterThan(100);
});
