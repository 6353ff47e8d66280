import { describe, expect, test } from 'vitest';
import type { ApplyResult, Change, ChangeResult, Outcome, Plan, PlanSummary, Write } from '#core/deploy/model.ts';
import { shortCounts } from '#client/deploy/counts.ts';
import { progressSteps, progressText } from '#client/deploy/progressText.ts';
import { planMessage, planTitle, pushConfirmation, resultMessage } from '#client/deploy/words.ts';

const NOTHING: PlanSummary = {
  create: 0,
  update: 0,
  rename: 0,
  move: 0,
  adopt: 0,
  associate: 0,
  dissociate: 0,
  delete: 0,
  queueSettings: 0,
  outbound: 0,
  metadata: 0,
  unchanged: 0,
  blocked: 0,
};

function change(kind: 'create' | 'blocked', name: string): Change {
  const base = { id: `${kind}:${name}`, name, path: 'a.wrapup.yaml', why: 'Because.' };
  if (kind === 'blocked') return { ...base, kind };
  return { ...base, kind, after: { name }, call: { method: 'POST', path: '/api/v2/routing/wrapupcodes' } };
}

function removal(name: string): Write {
  return {
    kind: 'dissociate',
    id: `dissociate:Billing:${name}`,
    name,
    path: 'a.wrapup.yaml',
    why: 'Because.',
    queue: { id: 'q', name: 'Billing' },
    codeId: name,
    call: { method: 'DELETE', path: `/api/v2/routing/queues/q/wrapupcodes/${name}` },
  };
}

function plan(
  summary: Partial<PlanSummary>,
  changes: readonly Change[] = [],
  notSelected: readonly Write[] = [],
): Plan {
  return {
    org: { id: 'org-1', name: 'Northwind' },
    environment: 'dev',
    fingerprint: 'f',
    asOf: '2026-11-20T12:00:00.000Z',
    summary: { ...NOTHING, ...summary },
    notes: [],
    changes,
    ...(notSelected.length === 0 ? {} : { notSelected }),
    view: { before: '', after: '' },
  };
}

function result(outcomes: readonly Outcome[], stopped?: string): ApplyResult {
  const results: ChangeResult[] = outcomes.map((outcome, index) => ({
    change: change('create', String(index)),
    outcome,
  }));
  return {
    plan: plan(
      { create: outcomes.length },
      results.map((one) => one.change),
    ),
    results,
    ...(stopped === undefined ? {} : { stopped }),
  };
}

describe('a plan in words', () => {
  test('counts in its title, without what is zero', () => {
    expect(planTitle(plan({ create: 3, update: 1, adopt: 1 }))).toBe('Plan · Northwind · dev: org ↔ files +3 ~1 =1');
    expect(shortCounts({ ...NOTHING, rename: 1, associate: 12, blocked: 2 })).toBe('>1 @12 !2');
    expect(planTitle(plan({ unchanged: 20 }))).toBe('Plan · Northwind · dev: org ↔ files no changes');
  });

  test('says when there is nothing to do', () => {
    expect(planMessage(plan({ unchanged: 20 }))).toBe(
      'There is nothing to do: Northwind (dev) already has what the files say.',
    );
  });

  test('does not call a plan empty when all of it is blocked', () => {
    expect(planMessage(plan({ blocked: 1 }, [change('blocked', 'A')]))).toBe(
      'Nothing can be pushed to Northwind (dev): 1 entry is blocked. The list says why.',
    );
  });

  test('always counts what is not selected', () => {
    expect(planMessage(plan({ create: 1 }, [change('create', 'A')], [removal('B'), removal('C')]))).toContain(
      'Not selected: 2 removals from queues.',
    );
    expect(planMessage(plan({}, [], [removal('B')]))).toBe(
      'There is nothing to do for Northwind (dev) of what is selected. Not selected: 1 removal from a queue.',
    );
  });

  test('asks with org, environment and counts', () => {
    const { message, detail, button } = pushConfirmation(
      plan({ create: 1, blocked: 1 }, [change('create', 'A'), change('blocked', 'B')]),
    );
    expect(message).toBe('Push 1 change to Northwind (dev)?');
    expect(detail).toBe('1 to create, 1 blocked. What is blocked is left out.');
    expect(button).toBe('Push 1 change');
  });

  test('says which permission is missing before anybody confirms, and not what may be', () => {
    const finding = (certainty: 'missing' | 'unknown', text: string) =>
      ({ certainty, require: 'ALL', permissions: ['a:b:c'], heldIn: [], changes: ['create:A'], text }) as const;
    const lacking = (...missing: readonly ReturnType<typeof finding>[]): Plan => ({
      ...plan({ create: 1 }, [change('create', 'A')]),
      permissions: { missing },
    });
    const sure = finding('missing', 'Creating codes needs a:b:c; these credentials do not have it.');
    const unsure = finding('unknown', 'Nobody knows.');
    expect(pushConfirmation(lacking(sure)).detail).toBe(
      '1 to create. Creating codes needs a:b:c; these credentials do not have it.',
    );
    expect(planMessage(lacking(sure, sure, unsure))).toBe(
      'Plan for Northwind (dev): 1 to create. Creating codes needs a:b:c; these credentials do not have it. The list names 1 more.',
    );
    expect(pushConfirmation(lacking(unsure)).detail).toBe('1 to create.');
  });
});

describe('a result in words', () => {
  test('is done only when everything is', () => {
    expect(resultMessage(result(['done', 'done']))).toEqual({
      level: 'info',
      text: 'Pushed 2 changes to Northwind (dev), and read them back.',
    });
  });

  test.each<[Outcome, string]>([
    ['failed', 'error'],
    ['unknown', 'warning'],
    ['not attempted', 'warning'],
  ])('with one %s is no success', (outcome, level) => {
    const message = resultMessage(result(['done', outcome]));
    expect(message.level).toBe(level);
    expect(message.text).toContain(`not complete: 1 done, 1 ${outcome}`);
  });

  test('with everything sent done, and something blocked, says both', () => {
    const blocked = change('blocked', 'B');
    const done = result(['done']);
    const both: ApplyResult = {
      plan: plan({ create: 1, blocked: 1 }, [...done.plan.changes, blocked]),
      results: [...done.results, { change: blocked, outcome: 'not attempted' }],
    };
    expect(resultMessage(both)).toEqual({
      level: 'warning',
      text: 'Pushed 1 change to Northwind (dev), and read it back. 1 entry is blocked; the result says why.',
    });
  });

  test('counts what was blocked apart from what was not attempted', () => {
    const failed = result(['failed']);
    const blocked = change('blocked', 'B');
    const both: ApplyResult = {
      plan: plan({ create: 1, blocked: 1 }, [...failed.plan.changes, blocked]),
      results: [...failed.results, { change: blocked, outcome: 'not attempted' }],
    };
    expect(resultMessage(both).text).toContain(
      'not complete: 1 failed. 1 entry is blocked; the result says why. Push again',
    );
  });

  test('that ended early says why, even when all that was tried is done', () => {
    const { level, text } = resultMessage(result(['done'], 'It was cancelled'));
    expect(level).toBe('warning');
    expect(text).toContain('It was cancelled. Push again');
  });
});

describe('progress', () => {
  test('shows where it is, and the seconds of a rate limit', () => {
    expect(progressText({ done: 12, total: 40, current: 'Create Refund' })).toBe('12/40 Create Refund');
    expect(progressText({ done: 12, total: 40, current: 'x', waitSeconds: 41 })).toBe(
      '12/40, waiting 41 s (rate limit)',
    );
    expect(progressText({ done: 0, total: 40, current: '', waitSeconds: 0 })).toBe('0/40');
    expect(progressText({ done: 0, total: 0, current: 'Reading the queues', waitSeconds: 3 })).toBe(
      'Reading the queues, waiting 3 s (rate limit)',
    );
  });

  test('moves the bar by steps that add up to all of it, and never back', () => {
    const step = progressSteps();
    const increments = [0, 1, 1, 3, 2, 4].map((done) => step({ done, total: 4, current: '' }).increment);
    expect(increments).toEqual([0, 25, 0, 50, 0, 25]);
    expect(progressSteps()({ done: 0, total: 0, current: '' }).increment).toBe(0);
  });
});
