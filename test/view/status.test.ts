import { describe, expect, it } from 'vitest';
import { begin, eventually, grid, topRow } from './reading.ts';
import { onStage } from './onStage.ts';

const open = onStage();
const MISSING = 'Page 24 of 31 failed three times (500): 100 conversations are missing.';

describe('a run', () => {
  it('tells how far it is, and is cancelled where it is run again', async () => {
    const view = await open({
      rows: 100,
      status: { state: 'running', summary: '100 rows of 2,310 conversations', elapsedMs: 1234 },
    });
    const page = await begin(view);
    await page.getByText('100 rows of 2,310 conversations', { exact: true }).waitFor();
    await page.getByText('1.2 s').waitFor();
    expect(await page.getByRole('button', { name: 'Run Again' }).count()).toBe(0);
    const cancel = page.getByRole('button', { name: 'Cancel' });
    const place = await cancel.boundingBox();
    await cancel.click();
    await page.getByRole('button', { name: 'Cancelling' }).waitFor();
    await page.keyboard.press('Enter');
    await eventually(() => view.host.heard('cancel').length).toBe(1);
    view.host.update({ status: { state: 'partial', notes: ['Cancelled after 100 rows.'] } });
    const again = page.getByRole('button', { name: 'Run Again' });
    await again.waitFor();
    expect((await again.boundingBox())?.y).toBe(place?.y);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Run Again');
    await again.press('Enter');
    await eventually(() => view.host.heard('rerun').length).toBe(1);
    expect(view.host.heard('cancel')).toHaveLength(1);
  });

  it('is told to a screen reader rarely, and its end at once', async () => {
    const view = await open({ rows: 10, status: { state: 'running', summary: '10 rows', elapsedMs: 100 } });
    const page = await begin(view);
    const region = page.locator('[aria-live=polite]');
    await eventually(() => region.textContent()).toBe('Running. 10 rows');
    view.host.update({ rows: 20, status: { summary: '20 rows', elapsedMs: 900 } });
    await page.getByText('20 rows', { exact: true }).waitFor();
    expect(await region.textContent()).toBe('Running. 10 rows');
    view.host.update({ rows: 30, status: { summary: '30 rows', elapsedMs: 10_200 } });
    await eventually(() => region.textContent()).toBe('Running. 30 rows');
    view.host.update({ rows: 40, status: { state: 'complete', summary: '40 rows', elapsedMs: 10_300 } });
    await eventually(() => region.textContent()).toBe('Complete. 40 rows');
  });

  it('shows the interval as it was sent', async () => {
    const page = await begin(await open());
    await page.getByText('2026-11-01T00:00:00+01:00/2026-11-08T00:00:00+01:00').waitFor();
  });
});

describe('a result that is not whole', () => {
  it('says PARTIAL and why, and goes on saying it', async () => {
    const view = await open({ rows: 5000, status: { state: 'partial', notes: [MISSING] } });
    const page = await begin(view);
    const banner = page.getByRole('alert');
    await banner.getByText('PARTIAL').waitFor();
    await banner.getByText(MISSING).waitFor();
    await page.keyboard.press('Control+ArrowDown');
    await eventually(() => topRow(page)).toBeGreaterThan(4900);
    expect(await banner.isVisible()).toBe(true);
  });

  it('says what failed where there are no rows', async () => {
    const view = await open({ rows: 0, status: { state: 'failed', notes: ['The org refused the filter.'] } });
    await view.page.getByRole('alert').getByText('The org refused the filter.').waitFor();
    await view.page.getByText('The query failed.').waitFor();
    expect(await view.page.getByRole('button', { name: 'Export CSV' }).isDisabled()).toBe(true);
  });
});

describe('a result without rows', () => {
  it('says so, and why', async () => {
    const view = await open({ rows: 0, status: { notes: ['No conversation ended in the interval.'] } });
    const { page } = view;
    await page.getByText('The query has no rows.').waitFor();
    await page.locator('.empty-state').getByText('No conversation ended in the interval.').waitFor();
    await grid(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Enter');
    await eventually(() => view.host.heard('sort').length).toBe(1);
    expect(view.host.heard('copy')).toEqual([]);
  });
});

describe('notes', () => {
  it('of a whole result are told without alarm', async () => {
    const view = await open({ status: { notes: ['Three conversations came twice and are counted once.'] } });
    await begin(view);
    await view.page.getByRole('status').getByText('Three conversations came twice').waitFor();
    expect(await view.page.getByRole('alert').count()).toBe(0);
  });
});

describe('the keyboard alone', () => {
  it('reaches every button, the filter and the grid, the toolbar being one stop', async () => {
    const view = await open({ rows: 100 });
    const { page } = view;
    await page.locator('.cell:not(.pending)').first().waitFor();
    const focused = () => page.evaluate('document.activeElement.textContent || document.activeElement.ariaLabel');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Run Again');
    for (const name of ['Export CSV', 'Export JSON', 'Show Body', 'Columns']) {
      await page.keyboard.press('ArrowRight');
      expect(await focused()).toBe(name);
    }
    for (const key of ['Home', 'ArrowRight', 'Enter', 'ArrowRight', 'Enter', 'ArrowRight', 'Enter'])
      await page.keyboard.press(key);
    await eventually(() => view.host.heard('showBody').length).toBe(1);
    expect(view.host.heard('export')).toEqual([
      { type: 'export', format: 'csv' },
      { type: 'export', format: 'json' },
    ]);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Filter all columns');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('grid');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('Show Body');
  });
});
