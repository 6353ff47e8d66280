/** What a person sees and hears of the grid, as one asks for it in a test. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { View } from './stage.ts';

export const grid = (page: Page) => page.getByRole('grid');

/** The headings that are shown, in order. */
export const headings = (page: Page) => page.locator('[role=columnheader] .title').allTextContents();

export const heading = (page: Page, title: string) => page.getByRole('columnheader', { name: title });

/** The row at the top of what is seen, below the headings: its number among all rows, from 1. */
export async function topRow(page: Page): Promise<number> {
  const index = await page.evaluate(`(async () => {
    // What was pressed is painted with the next frame.
    for (let frame = 0; frame < 2; frame += 1) await new Promise((next) => requestAnimationFrame(next));
    const { left, top } = document.querySelector('.rows').parentElement.getBoundingClientRect();
    const row = document.elementFromPoint(left + 4, top + 1 + 26 + 4)?.closest('[role=row]');
    return Number(row?.getAttribute('aria-rowindex') ?? 0) - 1;
  })()`);
  return Number(index);
}

/** The texts of one column from the top, as far as they are painted. */
export function texts(page: Page, column: number, count: number): Promise<readonly string[]> {
  const cells = page.locator(`[role=gridcell][aria-colindex="${column}"]`);
  return cells.allTextContents().then((all) => all.slice(0, count));
}

/** The element that a screen reader is at. */
export async function active(page: Page): Promise<Locator> {
  await grid(page).and(page.locator('[aria-activedescendant]')).waitFor();
  return page.locator(`#${await grid(page).getAttribute('aria-activedescendant')}`);
}

/** The active cell by its indices, headings being row 1. */
export async function activeAt(page: Page): Promise<readonly [row: number, column: number]> {
  const cell = await active(page);
  const row = await cell.locator('xpath=..').getAttribute('aria-rowindex');
  return [Number(row), Number(await cell.getAttribute('aria-colindex'))];
}

/** Waits until a probe gives what is expected; the limit is the test's own. */
export const eventually = <T>(probe: () => T | Promise<T>) => expect.poll(probe, { timeout: 15_000, interval: 20 });

/** Waits until rows are painted, and puts the focus on the grid. */
export async function begin(view: View): Promise<Page> {
  const { page } = view;
  await page.locator('.cell:not(.pending)').first().waitFor();
  await grid(page).focus();
  return page;
}

/** Chooses from the menu that is open. */
export const choose = (page: Page, label: string) => page.getByRole('menuitem', { name: label, exact: true }).click();
