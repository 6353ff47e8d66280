// The other main job: a query is typed, mended, run, looked at, and taken away.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Step } from './scenario.ts';
import type { Window } from './window.ts';

const QUERY = 'volumes.query.yaml';
const DETAILS = 'wrapups.query.yaml';

/** @param theme names the pictures: `<theme>-query`, `-query-squiggle`, `-query-result`, `-query-filtered` and others */
export function querying({ page, workbench, workspace, picture }: Window, theme: string): readonly Step[] {
  const { keyboard } = page;
  const shoot = (name: string) => picture(`${theme}-${name}`);
  const view = page.frameLocator('iframe.webview.ready:visible').frameLocator('iframe#active-frame');
  const grid = view.getByRole('grid');
  const cell = (row: number, column: number) =>
    grid.locator(`[aria-rowindex="${row}"] [aria-colindex="${column}"]`).first();
  const rowCount = async () => Number(await grid.getAttribute('aria-rowcount')) - 1;
  const file = path.join(workspace, QUERY);
  const lens = (at: number) => page.locator('.codelens-decoration a').filter({ hasText: 'Run' }).nth(at);
  let original = '';
  return [
    {
      name: 'opens a query, and sees beside the interval what will be sent',
      run: async () => {
        original = await readFile(file, 'utf8');
        await workbench.command('View: Close All Editors');
        await workbench.openFile(QUERY);
        await lens(0).waitFor();
        await workbench.editor
          .getByText(/\d{4}-\d\d-\d\dT00:00:00/)
          .first()
          .waitFor();
        await shoot('query');
      },
    },
    {
      name: 'types a metric that only tutorials know, and is told the real one',
      run: async () => {
        await workbench.select('tHandle', original);
        await keyboard.type('handleTime');
        await keyboard.press('Escape');
        await workbench.errorSquiggles.first().waitFor();
        await workbench.showProblems();
        await workbench.problems.filter({ hasText: 'tHandle' }).first().waitFor();
        await shoot('query-squiggle');
        await workbench.closePanel();
      },
    },
    {
      name: 'mends it with the quick fix',
      run: async () => {
        await keyboard.press('ArrowLeft');
        await keyboard.press('Control+.');
        const menu = page.locator('.action-widget');
        await menu.locator('.action-item, .monaco-list-row').filter({ hasText: 'tHandle' }).first().waitFor();
        await keyboard.press('Enter');
        await workbench.errorSquiggles.first().waitFor({ state: 'detached' });
        await keyboard.press('Control+S');
        await page.locator('.tab.active:not(.dirty)').filter({ hasText: QUERY }).waitFor();
        assert.equal(await readFile(file, 'utf8'), original);
      },
    },
    {
      name: 'runs it above the query, and sees names for ids and readable durations',
      run: async () => {
        await lens(0).click();
        await view.getByText('Complete', { exact: true }).waitFor();
        await grid.getByText('Support Voice').first().waitFor();
        await shoot('query-aggregates');
      },
    },
    {
      name: 'runs the details, one row for each wrap-up',
      run: async () => {
        await workbench.command('View: Close All Editors');
        await workbench.openFile(DETAILS);
        await workbench.command('View: Close Primary Side Bar');
        await lens(0).click();
        await view.getByText('Complete', { exact: true }).waitFor();
        await cell(2, 1).waitFor();
        await shoot('query-result');
      },
    },
    {
      name: 'sorts by a column',
      run: async () => {
        await grid.getByRole('columnheader', { name: 'Agent' }).click();
        await grid.locator('[role=columnheader][aria-sort=ascending]').waitFor();
        await assertEventually(async () =>
          isInOrder(await Promise.all([2, 12, 22].map((row) => cell(row, 2).innerText()))),
        );
      },
    },
    {
      name: 'filters, and sees how many rows are left',
      run: async () => {
        const all = await rowCount();
        await view.getByPlaceholder('Filter all columns').fill('noagentleg');
        await assertEventually(async () => (await rowCount()) < all && (await rowCount()) > 0);
        await shoot('query-filtered');
        await view.getByPlaceholder('Filter all columns').fill('');
        await assertEventually(async () => (await rowCount()) === all);
      },
    },
    {
      name: 'moves with the keyboard alone to the last cell',
      run: async () => {
        await grid.focus();
        await keyboard.press('Control+End');
        await grid
          .locator(`[aria-rowindex="${(await rowCount()) + 1}"]`)
          .first()
          .waitFor();
        await keyboard.press('Control+Home');
        await cell(2, 1).waitFor();
      },
    },
    {
      name: 'exports the result, as many rows as there are, and no cell is a formula',
      run: async () => {
        const rows = await rowCount();
        await view.getByRole('button', { name: 'Export CSV' }).click();
        const proposed = path.join(workspace, 'wrapups.csv');
        await page.waitForFunction(PROPOSES, proposed);
        const dialog = page.locator('.quick-input-widget:visible');
        // The dialog takes its own name only when it has listed the folder.
        await dialog.locator('.monaco-list-row').first().waitFor();
        await dialog.getByRole('button', { name: 'OK' }).click();
        await workbench.notification(/rows went to/).waitFor();
        const text = await readFile(proposed, 'utf8');
        assert.equal(recordsOf(text).length - 1, rows);
        assert.deepEqual(
          recordsOf(text).flatMap((record) => record.filter((field) => /^[=+@]/.test(field))),
          [],
        );
        const meta = JSON.parse(await readFile(`${proposed}.meta.json`, 'utf8')) as Record<string, unknown>;
        assert.deepEqual([meta['rows'], meta['complete'], meta['environment']], [rows, true, 'Sandbox']);
        await workbench.clearNotifications();
      },
    },
  ];
}

/** Runs in the page: whether the dialog proposes this file. */
const PROPOSES = `(path) => [...document.querySelectorAll('.quick-input-widget input')].some(({ value }) => value === path)`;

const isInOrder = (texts: readonly string[]): boolean =>
  texts.join() === texts.toSorted((a, b) => a.localeCompare(b, 'en')).join() && new Set(texts).size > 1;

async function assertEventually(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > end) assert.fail('It did not become so.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A reader of CSV of our own, so that the writer is not its own judge. */
function recordsOf(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (end === '' && quoted === undefined && plain === '' && record.length === 0) break;
    record.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}
