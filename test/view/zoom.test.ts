import { expect, it } from 'vitest';
import { onStage } from './onStage.ts';
import { begin, grid, topRow } from './reading.ts';

const MILLION = 1_000_000;
/** Chromium lays out fewer CSS pixels then, less than half of what a million rows get otherwise. */
const open = onStage(9);

it('a million rows end where the scroll bar ends at a very high zoom, too', async () => {
  const view = await open({ rows: MILLION, size: { width: 400, height: 300 } });
  const page = await begin(view);
  await grid(page).evaluate((element) => Object.assign(element, { scrollTop: 1e9 }));
  await page.getByRole('gridcell', { name: '1,000,000', exact: true }).waitFor();
  expect(await topRow(page)).toBeGreaterThan(MILLION - 20);
});
