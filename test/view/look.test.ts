/** Pictures of the view in each kind of theme, to be looked at by people; here it counts that nothing goes wrong. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';
import type { Theme } from './themes.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe('how the view looks', () => {
  it.each<Theme>(['dark', 'light', 'high-contrast', 'high-contrast-light'])('%s', async (theme) => {
    const view = await stage.open({
      theme,
      rows: 2310,
      hidden: ['remote'],
      status: { state: 'partial', notes: ['Page 24 of 31 failed three times (500): 100 conversations are missing.'] },
    });
    const { page } = view;
    await page.getByRole('gridcell', { name: 'Sales Voice' }).first().waitFor();
    await view.picture(`results-${theme}`);
    expect(view.faults).toEqual([]);
    await view.close();
  });
});
