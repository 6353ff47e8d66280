import { describe, expect, it } from 'vitest';
import { active, activeAt, begin, choose, eventually, grid, heading, headings, texts } from './reading.ts';
import { onStage } from './onStage.ts';

const open = onStage();

describe('sorting', () => {
  it('goes up, down and back as a heading is clicked', async () => {
    const view = await open({ rows: 1000 });
    const page = await begin(view);
    const row = heading(page, 'Row');
    expect(await row.getAttribute('aria-sort')).toBe('none');
    await row.click();
    expect(await row.getAttribute('aria-sort')).toBe('ascending');
    await row.click();
    await eventually(() => texts(page, 1, 2)).toEqual(['1,000', '999']);
    expect(await row.getAttribute('aria-sort')).toBe('descending');
    await row.click();
    await eventually(() => texts(page, 1, 2)).toEqual(['1', '2']);
    expect(view.host.heard('sort')).toEqual([
      { type: 'sort', sort: { column: 'row', direction: 'ascending' } },
      { type: 'sort', sort: { column: 'row', direction: 'descending' } },
      { type: 'sort' },
    ]);
  });

  it('is done with the keyboard from the heading above the cell, and told', async () => {
    const view = await open({ rows: 1000 });
    const page = await begin(view);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    expect(await activeAt(page)).toEqual([1, 2]);
    expect(await (await active(page)).getAttribute('role')).toBe('columnheader');
    await page.keyboard.press('Enter');
    await eventually(() => view.host.heard('sort')).toEqual([
      { type: 'sort', sort: { column: 'start', direction: 'ascending' } },
    ]);
    await page.getByRole('status').filter({ hasText: 'Sorted by Start (Europe/Rome), ascending' }).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await activeAt(page)).toEqual([2, 2]);
  });

  it('shows the top again, wherever one was', async () => {
    const view = await open({ rows: 1000 });
    const page = await begin(view);
    await page.keyboard.press('Control+ArrowDown');
    await page.getByRole('gridcell', { name: '1,000', exact: true }).waitFor();
    await heading(page, 'Row').click();
    await eventually(() => texts(page, 1, 1)).toEqual(['1']);
  });
});

describe('the menu of a column', () => {
  it('opens with a key, is walked with arrows, and gives the focus back', async () => {
    const view = await open({ rows: 1000 });
    const page = await begin(view);
    await page.keyboard.press('Shift+F10');
    const menu = page.getByRole('menu', { name: 'Row' });
    await menu.waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Sort Ascending');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await eventually(() => texts(page, 1, 1)).toEqual(['1,000']);
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('grid');
    await page.keyboard.press('Shift+F10');
    await menu.waitFor();
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('grid');
  });

  it('opens at the pointer, and closes when another place is pressed', async () => {
    const view = await open({ rows: 1000 });
    const page = await begin(view);
    await heading(page, 'Queue').click({ button: 'right' });
    await page.getByRole('menu', { name: 'Queue' }).waitFor();
    await page.getByRole('gridcell', { name: 'Zoë Müller' }).first().click();
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await page.getByRole('gridcell', { name: 'Billing' }).first().click({ button: 'right' });
    await page.getByRole('menu', { name: 'Queue' }).waitFor();
    expect(view.host.heard('sort')).toEqual([]);
  });
});

describe('hiding', () => {
  it('takes a column away, tells it, and asks for no more of its cells', async () => {
    const view = await open({ rows: 1000 });
    const page = await begin(view);
    await heading(page, 'Queue').click({ button: 'right' });
    await choose(page, 'Hide Column');
    await eventually(() => headings(page)).not.toContain('Queue');
    expect(view.host.heard('hidden')).toEqual([{ type: 'hidden', columns: ['queue'] }]);
    expect(await grid(page).getAttribute('aria-colcount')).toBe('9');
    await page.keyboard.press('Control+ArrowDown');
    await page.getByRole('gridcell', { name: '1,000', exact: true }).waitFor();
    expect(view.host.heard('window').at(-1)?.columns).not.toContain('queue');
  });

  it('is undone in the list of columns, which stays open', async () => {
    const view = await open({ rows: 1000, hidden: ['row', 'queue'] });
    const page = await begin(view);
    await page.getByRole('button', { name: 'Columns' }).click();
    const queue = page.getByRole('menuitemcheckbox', { name: 'Queue' });
    expect(await queue.getAttribute('aria-checked')).toBe('false');
    await queue.click();
    expect(await queue.getAttribute('aria-checked')).toBe('true');
    await page.getByRole('gridcell', { name: 'Sales Voice' }).first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Columns');
    await page.getByRole('button', { name: 'Columns' }).press('Enter');
    await choose(page, 'Show All');
    await eventually(() => grid(page).getAttribute('aria-colcount')).toBe('10');
    expect(view.host.heard('hidden').map(({ columns }) => columns)).toEqual([['row'], []]);
  });

  it('stays as it is when the query is run again, while filters and order begin anew', async () => {
    const view = await open({ rows: 1000 });
    const page = await begin(view);
    await page.keyboard.press('Shift+F10');
    await choose(page, 'Hide Column');
    await page.getByRole('textbox', { name: 'Filter all columns' }).fill('chat');
    await eventually(() => grid(page).getAttribute('aria-rowcount')).toBe('126');
    await page.getByRole('button', { name: 'Run Again' }).click();
    await eventually(() => grid(page).getAttribute('aria-rowcount')).toBe('1001');
    expect(await headings(page)).not.toContain('Row');
    expect(await page.getByRole('textbox', { name: 'Filter all columns' }).inputValue()).toBe('');
    await page.getByRole('gridcell', { name: 'Sales Voice' }).first().waitFor();
  });

  it('leaves at least one column', async () => {
    const view = await open({
      rows: 10,
      hidden: ['start', 'queue', 'agent', 'wrapUp', 'handle', 'nps', 'open', 'conversation', 'remote'],
    });
    const page = await begin(view);
    await page.keyboard.press('Shift+F10');
    await choose(page, 'Hide Column');
    expect(await headings(page)).toEqual(['Row']);
    expect(view.host.heard('hidden')).toEqual([]);
  });
});

describe('widths', () => {
  const widthOf = async (page: Parameters<typeof heading>[0], title: string) =>
    (await heading(page, title).boundingBox())?.width ?? 0;

  it('follow a drag of the edge of a heading, which does not sort', async () => {
    const view = await open({ rows: 100 });
    const page = await begin(view);
    const [before, box] = [await widthOf(page, 'Queue'), await heading(page, 'Queue').boundingBox()];
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0), (box?.y ?? 0) + 10];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 30, y);
    await page.mouse.move(x + 70, y);
    await page.mouse.up();
    await eventually(() => widthOf(page, 'Queue')).toBe(before + 70);
    const cell = await page.getByRole('gridcell', { name: 'Sales Voice' }).first().boundingBox();
    expect(cell?.width).toBe(before + 70);
    expect((await page.getByRole('gridcell', { name: 'Ada Lovelace' }).first().boundingBox())?.x).toBe(
      (await heading(page, 'Agent').boundingBox())?.x,
    );
    expect(view.host.heard('sort')).toEqual([]);
  });

  it('are set with the keyboard on a heading, and told', async () => {
    const view = await open({ rows: 100 });
    const page = await begin(view);
    const before = await widthOf(page, 'Row');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Shift+ArrowRight');
    await eventually(() => widthOf(page, 'Row')).toBe(before + 16);
    await page
      .getByRole('status')
      .filter({ hasText: `Row, ${before + 16} pixels wide` })
      .waitFor();
    await page.keyboard.press('Shift+ArrowLeft');
    await eventually(() => widthOf(page, 'Row')).toBe(before);
  });

  it('fit what is shown after a double click on the edge', async () => {
    const view = await open({ rows: 100 });
    const page = await begin(view);
    const cell = page.getByRole('gridcell', { name: '<img src=x onerror=alert(1)>' }).first();
    const cut = () =>
      cell.evaluate((element) => Reflect.get(element, 'scrollWidth') > Reflect.get(element, 'clientWidth'));
    expect(await cut()).toBe(true);
    await heading(page, 'Wrap-up code').locator('.grip').dblclick();
    await eventually(cut).toBe(false);
  });
});
