import { describe, expect, it } from 'vitest';
import { begin, eventually, grid, texts } from './reading.ts';
import { onStage } from './onStage.ts';

const open = onStage();

describe('cells', () => {
  it('tell null, a missing field and an empty text apart, to the eye and to the ear', async () => {
    const page = await begin(await open({ rows: 20, hidden: ['row', 'start'] }));
    const column = page.locator('[role=gridcell][aria-colindex="3"]');
    expect((await column.allTextContents()).slice(3, 7)).toEqual(['null', '<img src=x onerror=alert(1)>', '–', '""']);
    expect(await column.nth(3).getAttribute('aria-label')).toBe('null');
    expect(await column.nth(3).getAttribute('title')).toBe('The wrap-up was skipped.');
    expect(await column.nth(5).getAttribute('aria-label')).toBe('no value');
    expect(await column.nth(6).getAttribute('aria-label')).toBe('empty text');
    const style = (row: number) => column.nth(row).evaluate((cell) => String(Reflect.get(cell, 'className')));
    expect(new Set([await style(0), await style(3), await style(5), await style(6)]).size).toBe(4);
  });

  it('show markup as text', async () => {
    const page = await begin(await open({ rows: 20 }));
    await page.getByRole('gridcell', { name: '<img src=x onerror=alert(1)>' }).first().waitFor();
    expect(await page.locator('img').count()).toBe(0);
  });

  it('align numbers and durations to the right', async () => {
    const page = await begin(await open({ rows: 20 }));
    const alignments = await page.evaluate(
      `[...document.querySelector('.row').children].map((cell) => getComputedStyle(cell).textAlign)`,
    );
    expect(alignments).toEqual(['right', 'left', 'left', 'left', 'left', 'right', 'right', 'left', 'left']);
  });
});

describe('selecting', () => {
  it('grows with Shift and the arrows, and is copied with or without headings', async () => {
    const view = await open({ rows: 1000 });
    const page = await begin(view);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    await eventually(() => page.locator('[aria-selected=true]').count()).toBe(6);
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+Shift+C');
    const range = { fromRow: 1, toRow: 4, columns: ['start', 'queue'] };
    await eventually(() => view.host.heard('copy')).toEqual([
      { type: 'copy', headings: false, ...range },
      { type: 'copy', headings: true, ...range },
    ]);
    await page.keyboard.press('Escape');
    await eventually(() => page.locator('[aria-selected=true]').count()).toBe(1);
  });

  it('takes everything with one key, without asking for it', async () => {
    const view = await open({ rows: 1_000_000 });
    const page = await begin(view);
    const asked = view.host.heard('window').length;
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await eventually(() => view.host.heard('copy')).toMatchObject([{ fromRow: 0, toRow: 1_000_000 }]);
    expect(view.host.heard('copy')[0]?.columns).toHaveLength(10);
    expect(view.host.heard('window')).toHaveLength(asked);
  });

  it('takes a row or a column', async () => {
    const view = await open({ rows: 1000 });
    const page = await begin(view);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+Space');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+Space');
    await page.keyboard.press('Control+c');
    await eventually(() => view.host.heard('copy').length).toBe(2);
    const [column, row] = view.host.heard('copy');
    expect(column).toMatchObject({ fromRow: 0, toRow: 1000, columns: ['start'] });
    expect([row?.fromRow, row?.columns.length]).toEqual([1, 10]);
  });

  it('follows the pointer: a drag, and a click with Shift', async () => {
    const view = await open({ rows: 1000 });
    const page = await begin(view);
    const cell = (row: number, column: number) => page.locator(`#cell-${row}-${column}`);
    await cell(2, 2).hover();
    await page.mouse.down();
    await cell(3, 3).hover();
    await cell(5, 4).hover();
    await page.mouse.up();
    await eventually(() => page.locator('[aria-selected=true]').count()).toBe(12);
    await cell(1, 1).click();
    await cell(3, 2).click({ modifiers: ['Shift'] });
    await eventually(() => page.locator('[aria-selected=true]').count()).toBe(6);
    await page.keyboard.press('Control+c');
    await eventually(() => view.host.heard('copy')).toEqual([
      { type: 'copy', headings: false, fromRow: 1, toRow: 4, columns: ['start', 'queue'] },
    ]);
  });

  it('copies nothing while a heading is active', async () => {
    const view = await open({ rows: 1000 });
    const page = await begin(view);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+c');
    await eventually(() => view.host.heard('copy')).toMatchObject([{ fromRow: 0, toRow: 1 }]);
  });
});

describe('the filters', () => {
  it('over all columns are sent when the typing stops, and count what is left', async () => {
    const view = await open({ rows: 1000 });
    const page = await begin(view);
    await page.keyboard.press('Control+f');
    await page.keyboard.type('chat');
    await eventually(() => view.host.heard('filter').at(-1)).toEqual({ type: 'filter', filters: [{ text: 'chat' }] });
    await page.getByRole('search').getByText('125 of 1,000 rows match').waitFor();
    await page.getByRole('status').filter({ hasText: '125 of 1,000 rows match' }).waitFor({ state: 'attached' });
    await eventually(() => texts(page, 3, 2)).toEqual(['Support Chat', 'Support Chat']);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('grid');
    expect(await grid(page).getAttribute('aria-rowcount')).toBe('126');
  });

  it('of one column are set from its menu, shown, changed and removed', async () => {
    const view = await open({ rows: 1000 });
    const page = await begin(view);
    await page.getByRole('gridcell', { name: 'Billing' }).first().click();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Filter This Column' }).click();
    await page.getByRole('textbox', { name: 'Filter Queue' }).fill('vip');
    await page.keyboard.press('Enter');
    await eventually(() => view.host.heard('filter').at(-1)).toEqual({
      type: 'filter',
      filters: [{ column: 'queue', text: 'vip' }],
    });
    await page.getByRole('columnheader', { name: 'Queue, filtered' }).waitFor();
    await page.getByRole('button', { name: 'Queue contains vip, change' }).click();
    expect(await page.getByRole('textbox', { name: 'Filter Queue' }).inputValue()).toBe('vip');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove the filter of Queue' }).click();
    await eventually(() => view.host.heard('filter').at(-1)).toEqual({ type: 'filter', filters: [] });
    await eventually(() => grid(page).getAttribute('aria-rowcount')).toBe('1001');
    expect(await page.getByRole('columnheader', { name: 'Queue', exact: true }).count()).toBe(1);
  });

  it('that nothing passes say so, and are cleared with a button', async () => {
    const view = await open({ rows: 1000 });
    const page = await begin(view);
    await page.getByRole('textbox', { name: 'Filter all columns' }).fill('no such text');
    await page.getByText('No row matches the filters.').waitFor();
    await page.getByRole('button', { name: 'Clear Filters' }).click();
    await page.getByRole('gridcell', { name: 'Sales Voice' }).first().waitFor();
    expect(await page.getByRole('textbox', { name: 'Filter all columns' }).inputValue()).toBe('');
    expect(view.host.heard('filter').at(-1)).toEqual({ type: 'filter', filters: [] });
  });

  it('are emptied with Escape', async () => {
    const view = await open({ rows: 1000 });
    const page = await begin(view);
    await page.keyboard.press('Control+f');
    await page.keyboard.type('chat');
    await eventually(() => view.host.heard('filter').length).toBe(1);
    await page.keyboard.press('Escape');
    await eventually(() => view.host.heard('filter').at(-1)).toEqual({ type: 'filter', filters: [] });
  });
});
