import { describe, expect, it } from 'vitest';
import { active, activeAt, begin, eventually, grid, headings, texts, topRow } from './reading.ts';
import { onStage } from './onStage.ts';

const MILLION = 1_000_000;
const open = onStage();

describe('the first page', () => {
  it('shows headings at once and asks for cells with the first status', async () => {
    const view = await open({ rows: 1000, hidden: ['remote'] });
    const page = await begin(view);
    expect(await headings(page)).toEqual([
      'Row',
      'Start (Europe/Rome)',
      'Queue',
      'Agent',
      'Wrap-up code',
      'Handle time',
      'NPS',
      'Open',
      'Conversation id',
    ]);
    expect(await texts(page, 1, 3)).toEqual(['1', '2', '3']);
    expect(view.host.heard('window')).toHaveLength(1);
    expect(view.host.heard('window')[0]).toMatchObject({ fromRow: 0, columns: expect.not.arrayContaining(['remote']) });
    expect(await grid(page).getAttribute('aria-rowcount')).toBe('1001');
    expect(await grid(page).getAttribute('aria-colcount')).toBe('9');
    expect(await grid(page).getAttribute('aria-label')).toBe('Handled last week');
  });

  it('keeps the places of rows whose cells are on their way, and says that it is busy', async () => {
    const view = await open({ rows: 0 });
    view.host.hold();
    view.host.update({ rows: 50, status: { state: 'running' } });
    const { page } = view;
    await page.locator('.cell.pending').first().waitFor();
    const before = await page.locator('[role=row][aria-rowindex="3"]').boundingBox();
    expect(await grid(page).getAttribute('aria-busy')).toBe('true');
    expect(await page.locator('[role=row][aria-rowindex="3"]').getAttribute('aria-busy')).toBe('true');
    view.host.letGo();
    await page.getByRole('gridcell', { name: 'Support Voice' }).first().waitFor();
    expect(await page.locator('[role=row][aria-rowindex="3"]').boundingBox()).toEqual(before);
    expect(await grid(page).getAttribute('aria-busy')).toBeNull();
  });
});

describe('a million rows', () => {
  it('are walked from the first to the last with two keys, in few elements and small windows', async () => {
    const view = await open({ rows: MILLION });
    const page = await begin(view);
    await page.keyboard.press('Control+End');
    await page.getByRole('gridcell', { name: 'tel:+39 02 0999999', exact: true }).waitFor();
    expect(await activeAt(page)).toEqual([MILLION + 1, 10]);
    expect(await (await active(page)).isVisible()).toBe(true);
    const box = await (await active(page)).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
    expect(await page.locator('[role=row]').count()).toBeLessThan(60);
    const asked = view.host.heard('window');
    expect(Math.max(...asked.map(({ fromRow, toRow }) => toRow - fromRow))).toBeLessThanOrEqual(384);
    await page.keyboard.press('Control+Home');
    await eventually(() => topRow(page)).toBe(1);
    expect(await activeAt(page)).toEqual([2, 1]);
  });

  it('end where the scroll bar ends', async () => {
    const view = await open({ rows: MILLION });
    const page = await begin(view);
    await grid(page).evaluate((element) => Object.assign(element, { scrollTop: 1e9 }));
    const last = page.getByRole('gridcell', { name: '1,000,000', exact: true });
    await last.waitFor();
    const [box, frame] = [await last.boundingBox(), await grid(page).boundingBox()];
    const gap = (frame?.y ?? 0) + (frame?.height ?? 0) - (box?.y ?? 0) - (box?.height ?? 0);
    expect(gap).toBeGreaterThanOrEqual(0);
    expect(gap).toBeLessThan(22);
  });

  it('move under the wheel pixel by pixel, wherever one is', async () => {
    const view = await open({ rows: MILLION });
    const page = await begin(view);
    await page.mouse.move(400, 400);
    await page.mouse.wheel(0, 220);
    await eventually(() => topRow(page)).toBe(11);
    await page.keyboard.press('Control+ArrowDown');
    await eventually(() => topRow(page)).toBeGreaterThan(999_900);
    const end = await topRow(page);
    await page.mouse.wheel(0, -220);
    await eventually(() => topRow(page)).toBe(end - 10);
    expect(await texts(page, 1, 60)).toContain(end.toLocaleString('en'));
  });

  it('are shown as the latest of many positions asks for', async () => {
    const view = await open({ rows: MILLION });
    const page = await begin(view);
    view.host.hold();
    for (let press = 0; press < 30; press += 1) await page.keyboard.press('PageDown');
    await page.locator('.cell.pending').first().waitFor();
    view.host.letGo();
    await eventually(() => page.locator('.cell.pending').count()).toBe(0);
    const top = await topRow(page);
    expect(top).toBeGreaterThan(300);
    expect(await texts(page, 1, 60)).toContain(top.toLocaleString('en'));
  });
});

describe('rows that arrive', () => {
  it('move neither the view nor the selection', async () => {
    const view = await open({ rows: 400, status: { state: 'running' } });
    const page = await begin(view);
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('PageDown');
    await page.keyboard.press('Shift+ArrowDown');
    const [top, place] = [await topRow(page), await activeAt(page)];
    view.host.update({ rows: 1400 });
    await eventually(() => grid(page).getAttribute('aria-rowcount')).toBe('1401');
    expect(await topRow(page)).toBe(top);
    expect(await activeAt(page)).toEqual(place);
    expect(await page.locator('[aria-selected=true]').count()).toBe(2);
  });

  it('move nothing either when the scroll bar has to be shortened for them', async () => {
    const view = await open({ rows: 300_000, status: { state: 'running' } });
    const page = await begin(view);
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('PageDown');
    const top = await topRow(page);
    view.host.update({ rows: MILLION });
    await eventually(() => grid(page).getAttribute('aria-rowcount')).toBe('1000001');
    expect(await topRow(page)).toBe(top);
    expect(await texts(page, 1, 60)).toContain(top.toLocaleString('en'));
  });

  it('are asked for where a window had ended with the rows of its time', async () => {
    const view = await open({ rows: 10, status: { state: 'running' } });
    const page = await begin(view);
    view.host.update({ rows: 20, status: { state: 'complete' } });
    await page.getByRole('gridcell', { name: '20', exact: true }).waitFor();
    expect(view.host.heard('window').map(({ toRow }) => toRow)).toEqual([10, 20]);
  });
});

describe('another order of rows', () => {
  it('marks its cells as loading, and leaves no text in another place', async () => {
    const view = await open({ rows: 1000 });
    const page = await begin(view);
    view.host.hold();
    view.host.reorder();
    await eventually(() => page.locator('#cell-0-0').getAttribute('aria-label')).toBe('loading');
    await eventually(() =>
      page.locator('#cell-0-0').evaluate((cell) => String(Reflect.get(globalThis, 'getComputedStyle')(cell).color)),
    ).toBe('rgba(0, 0, 0, 0)');
    await page.keyboard.press('Control+ArrowDown');
    await eventually(() => page.locator('#cell-999-0').textContent()).toBe('');
    view.host.letGo();
    await eventually(() => page.locator('#cell-999-0').textContent()).toBe('1,000');
    expect(await page.locator('#cell-999-0').getAttribute('aria-label')).toBeNull();
  });

  it('is never shown with cells of the order before', async () => {
    const view = await open({ rows: 1000 });
    const page = await begin(view);
    view.host.hold();
    await page.keyboard.press('Control+ArrowDown');
    await page.locator('.cell.pending').first().waitFor();
    await page.keyboard.press('Control+Home');
    // The answer that is held is of the version before.
    await page.getByRole('columnheader', { name: 'Row' }).click();
    await page.getByRole('columnheader', { name: 'Row' }).click();
    await eventually(() => view.host.heard('sort').length).toBe(2);
    await page.locator('.cell.pending').first().waitFor();
    view.host.letGo();
    await eventually(() => texts(page, 1, 2)).toEqual(['1,000', '999']);
    await page.keyboard.press('Control+ArrowDown');
    await page.getByRole('gridcell', { name: '1', exact: true }).first().waitFor();
    expect(await texts(page, 1, 100)).not.toContain('1,000');
  });
});

describe('a view that was hidden', () => {
  it('comes back with its place, its widths and its hidden columns', async () => {
    const view = await open({ rows: MILLION });
    const page = await begin(view);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+ArrowDown');
    await page.getByRole('gridcell', { name: '1,000,000', exact: true }).waitFor();
    const [top, place] = [await topRow(page), await activeAt(page)];
    const width = (await page.getByRole('columnheader', { name: 'Row' }).boundingBox())?.width;
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Agent' }).click();
    await page.keyboard.press('Escape');
    await eventually(() => grid(page).getAttribute('aria-colcount')).toBe('9');
    await view.reload();
    await begin(view);
    await eventually(() => topRow(page)).toBe(top);
    expect(await headings(page)).not.toContain('Agent');
    expect((await page.getByRole('columnheader', { name: 'Row' }).boundingBox())?.width).toBe(width);
    expect((await activeAt(page))[0]).toBe(place[0]);
  });
});
