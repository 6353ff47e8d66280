import { describe, expect, it } from 'vitest';
import { endedStatus, failedStatus, runningStatus, type RunFacts } from '#client/results/statusWords.ts';

const facts: RunFacts = {
  title: 'wraps',
  where: 'Northwind (Sandbox)',
  interval: 'a/b',
  timeZone: 'UTC',
  unit: 'conversation',
};
const progress = { rows: 1500, read: 1000, total: 2310, pages: 10 };

describe('what the results view says', () => {
  it('counts while rows arrive', () => {
    expect(runningStatus(facts, 1200, progress, 1500).summary).toBe(
      '1,500 rows of 1,000 of about 2,310 conversations · Northwind (Sandbox)',
    );
  });

  it('says what is waited for', () => {
    expect(runningStatus(facts, 0, { ...progress, waitSeconds: 12 }, 1).summary).toContain(
      "waiting 12 s for the org's rate limit",
    );
  });

  it('says what is done before there are rows', () => {
    expect(runningStatus(facts, 0, undefined, 0, 'Reading the names of the org').summary).toBe(
      'Reading the names of the org… · Northwind (Sandbox)',
    );
  });

  it('puts the reason of a partial result first', () => {
    const outcome = {
      complete: false,
      partial: 'It was cancelled.',
      notes: ['A note.'],
      progress,
      startedAt: 5,
      endedAt: 9,
    };
    expect(endedStatus(facts, outcome, 1500)).toMatchObject({
      state: 'partial',
      summary: '1,500 rows of 1,000 conversations · Northwind (Sandbox)',
      notes: ['It was cancelled.', 'A note.'],
      elapsedMs: 4,
    });
  });

  it('calls one row of one conversation so', () => {
    const one = { rows: 1, read: 1, total: 1, pages: 1 };
    const outcome = { complete: true, notes: [], progress: one, startedAt: 0, endedAt: 0 };
    expect(endedStatus(facts, outcome, 1).summary).toBe('1 row of 1 conversation · Northwind (Sandbox)');
    expect(endedStatus({ ...facts, unit: 'group' }, outcome, 1).summary).toBe('1 row · Northwind (Sandbox)');
  });

  it('says why it failed', () => {
    expect(failedStatus(facts, 'No way.', 3, 0)).toMatchObject({ state: 'failed', notes: ['No way.'] });
  });
});
