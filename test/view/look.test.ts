/** Pictures of the view, to be looked at by people; here it counts that nothing goes wrong. */
import { describe, it } from 'vitest';
import { begin, choose, eventually, heading } from './reading.ts';
import { onStage } from './onStage.ts';
import type { Theme } from './themes.ts';

const open = onStage();
const THEMES: readonly Theme[] = ['dark', 'light', 'high-contrast', 'high-contrast-light'];
const PARTIAL = {
  state: 'partial',
  notes: ['Page 24 of 31 failed three times (500): 100 conversations are missing.'],
} as const;

describe('how the view looks', () => {
  it.each(THEMES)('%s: partial, sorted, a range selected', async (theme) => {
    const view = await open({ theme, rows: 2310, hidden: ['remote'], status: PARTIAL });
    const page = await begin(view);
    await heading(page, 'Queue').click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(`Shift+${key}`);
    await eventually(() => page.locator('[aria-selected=true]').count()).toBe(6);
    await page.locator('#cell-9-3').hover();
    await view.picture(`results-${theme}`);
  });

  it.each(THEMES)('%s: running, filtered, a menu open', async (theme) => {
    const view = await open({
      theme,
      rows: 124_000,
      hidden: ['row'],
      status: {
        state: 'running',
        summary: '124,000 rows of 310,220 conversations in Northwind (prod)',
        elapsedMs: 75_000,
      },
    });
    const page = await begin(view);
    await page.getByRole('textbox', { name: 'Filter all columns' }).fill('voice');
    await page.getByRole('gridcell', { name: 'Sales Voice' }).first().click();
    await page.keyboard.press('Shift+F10');
    await choose(page, 'Filter This Column');
    await page.getByRole('textbox', { name: 'Filter Queue' }).fill('sales');
    await page.keyboard.press('Enter');
    await page.getByRole('search').getByText('15,500 of 124,000 rows match').waitFor();
    await page.getByRole('gridcell', { name: 'Sales Voice' }).nth(2).click();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu').waitFor();
    await view.picture(`results-running-${theme}`);
  });

  it('without rows', async () => {
    const view = await open({
      rows: 0,
      status: { summary: '0 rows', notes: ['No conversation ended in the interval. Longer ones are in the next.'] },
    });
    await view.page.getByText('The query has no rows.').waitFor();
    await view.picture('results-empty');
  });

  it('failed', async () => {
    const view = await open({
      rows: 0,
      theme: 'light',
      status: {
        state: 'failed',
        summary: 'The query was not run',
        notes: ['The org does not allow this. The permission analytics:conversationDetail:view is missing.'],
      },
    });
    await view.page.getByRole('alert').waitFor();
    await view.picture('results-failed');
  });

  it('narrow, with the list of columns open', async () => {
    const view = await open({ rows: 2310, status: PARTIAL, size: { width: 420, height: 640 } });
    const page = await begin(view);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menu').waitFor();
    await view.picture('results-narrow');
  });

  it('under forced colours, while cells are on their way', async () => {
    const view = await open({ rows: 2310, forcedColors: true });
    const page = await begin(view);
    await page.keyboard.press('Shift+ArrowRight');
    view.host.hold();
    await heading(page, 'Agent').click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    await page.locator('.cell.pending').first().waitFor();
    await page.evaluate('Promise.all(document.getAnimations().map(({ finished }) => finished))');
    await view.picture('results-forced-colours');
  });
});
