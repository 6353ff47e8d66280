import { describe, expect, it } from 'vitest';
import type { RunOutcome } from '#core/query/run/model.ts';
import { createResultTab, type NewRun, type ResultTab } from '#client/results/resultTab.ts';
import type { ResultsPanel } from '#client/results/resultsPanel.ts';
import type { FromView, ToView } from '#client/results/view/messages.ts';
import { manualClock, type FakeClock } from '../support/fakeClock.ts';

const progress = { rows: 1, read: 1, pages: 1 };
const outcome: RunOutcome = { complete: true, notes: [], progress, startedAt: 0, endedAt: 0 };

const newRun = (title = 'wraps'): NewRun => ({
  columns: [{ key: 'queue', title: 'Queue', type: 'text' }],
  facts: { title, where: 'Sandbox', interval: 'a/b', timeZone: 'UTC', unit: 'conversation' },
});

interface Stage {
  readonly tab: ResultTab;
  readonly clock: FakeClock;
  readonly sent: ToView[];
  readonly asked: string[];
  say(message: FromView): void;
  close(): void;
}

function stage(): Stage {
  const sent: ToView[] = [];
  const asked: string[] = [];
  const listeners: ((message: FromView) => void)[] = [];
  const closers: (() => void)[] = [];
  const nothing = { dispose: () => undefined };
  const panel: ResultsPanel = {
    post: (message) => void sent.push(message),
    onMessage: (listener) => {
      listeners.push(listener);
      return nothing;
    },
    onClosed: (listener) => {
      closers.push(() => listener());
      return nothing;
    },
    reveal: () => undefined,
    rename: (title) => void asked.push(`rename ${title}`),
    isActive: () => true,
    dispose: () => undefined,
  };
  const clock = manualClock();
  const tab = createResultTab(panel, clock, {
    rerun: () => void asked.push('rerun'),
    showBody: () => void asked.push('body'),
    copy: ({ text }) => void asked.push(`copy ${text}`),
    exportRows: (format) => void asked.push(`export ${format}`),
  });
  return {
    tab,
    clock,
    sent,
    asked,
    say: (message) => listeners.forEach((listen) => listen(message)),
    close: () => closers.forEach((closed) => closed()),
  };
}

const lastStatus = (sent: readonly ToView[]) => {
  const found = sent.findLast((message) => message.type === 'status');
  return found?.type === 'status' ? { ...found.status, length: found.length } : undefined;
};

describe('the tab of a result', () => {
  it('says nothing to a page that is not there yet, and everything when it is', () => {
    const { tab, sent, say } = stage();
    const run = tab.begin(newRun());
    run.rows([['Billing']]);
    expect(sent).toEqual([]);
    say({ type: 'ready' });
    expect(sent.map(({ type }) => type)).toEqual(['open', 'status']);
    expect(lastStatus(sent)).toMatchObject({ length: 1, state: 'running' });
  });

  it('opens again after the page was dropped, with the columns that were hidden', () => {
    const { tab, sent, say } = stage();
    tab.begin(newRun()).ended(outcome);
    say({ type: 'ready' });
    say({ type: 'hidden', columns: ['queue'] });
    say({ type: 'ready' });
    expect(sent.findLast(({ type }) => type === 'open')).toMatchObject({ hidden: ['queue'] });
    expect(lastStatus(sent)).toMatchObject({ state: 'complete' });
  });

  it('counts the seconds while an answer is awaited, and no longer', async () => {
    const { tab, clock, sent, say } = stage();
    const run = tab.begin(newRun());
    say({ type: 'ready' });
    await clock.advance(3000);
    expect(lastStatus(sent)).toMatchObject({ elapsedMs: 3000 });
    run.ended(outcome);
    await clock.advance(1000);
    expect(clock.waiting).toBe(0);
    expect(lastStatus(sent)).toMatchObject({ state: 'complete', elapsedMs: 0 });
  });

  it('is stopped by Cancel, by closing, and by the next run, whose rows are the only ones shown', () => {
    const { tab, sent, say, close } = stage();
    say({ type: 'ready' });
    const first = tab.begin(newRun());
    say({ type: 'cancel' });
    expect(first.signal.aborted).toBe(true);
    const second = tab.begin(newRun());
    const third = tab.begin(newRun('other'));
    expect(second.signal.aborted).toBe(true);
    second.rows([['late']]);
    expect(lastStatus(sent)).toMatchObject({ length: 0 });
    close();
    expect(third.signal.aborted).toBe(true);
    expect(tab.result()).toBeUndefined();
  });

  it('says what is being done, and what is known by then', () => {
    const { tab, sent, say } = stage();
    say({ type: 'ready' });
    const run = tab.begin(newRun());
    run.step('Querying Northwind', { where: 'Northwind (Sandbox)', interval: 'c/d' });
    expect(lastStatus(sent)).toMatchObject({ summary: 'Querying Northwind… · Northwind (Sandbox)', interval: 'c/d' });
    run.failed('No way.');
    expect(lastStatus(sent)).toMatchObject({ state: 'failed', notes: ['No way.'], interval: 'c/d' });
  });

  it('hands on what is more than looking at rows', () => {
    const { tab, asked, say } = stage();
    say({ type: 'ready' });
    tab.begin(newRun()).rows([['Billing']]);
    say({ type: 'copy', fromRow: 0, toRow: 1, columns: ['queue'], headings: true });
    say({ type: 'export', format: 'csv' });
    say({ type: 'rerun' });
    say({ type: 'showBody' });
    expect(asked).toEqual(['rename wraps', 'copy Queue\nBilling', 'export csv', 'rerun', 'body']);
  });
});
