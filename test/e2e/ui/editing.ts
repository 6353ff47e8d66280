// The first half of the main job: help while writing, a mistake, its repair.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Step } from './scenario.ts';
import type { Window } from './window.ts';

const CATALOG = 'support.wrapup.yaml';
const TUTORIAL = 'from-a-tutorial.wrapup.yaml';

/** @param theme names the pictures: `<theme>-hover`, `-completion`, `-squiggle`, `-quick-fix` */
export function editing({ page, workbench, workspace, picture }: Window, theme: string): readonly Step[] {
  const file = path.join(workspace, CATALOG);
  const { keyboard } = page;
  const shoot = (name: string) => picture(`${theme}-${name}`);
  let original = '';
  return [
    {
      name: 'sees the sample workspace',
      run: async () => {
        await page.getByRole('treeitem', { name: CATALOG }).waitFor();
        original = await readFile(file, 'utf8');
      },
    },
    {
      name: 'opens a catalog, and it has no problems',
      run: async () => {
        await workbench.openFile(CATALOG);
        await workbench.statusItem(/Genesys/).waitFor();
        await workbench.showProblems();
        await page.locator('.markers-panel').getByText('No problems have been detected').waitFor();
      },
    },
    {
      name: 'asks what a key means, and reads it',
      run: async () => {
        await workbench.openFile(CATALOG);
        await workbench.select('categories', original);
        await keyboard.press('Control+K');
        await keyboard.press('Control+I');
        await page
          .locator('.monaco-hover:visible .hover-contents')
          .filter({ hasText: /categor/i })
          .first()
          .waitFor();
        await shoot('hover');
        await keyboard.press('Escape');
      },
    },
    {
      name: 'asks what may stand here, and is offered keys with what they mean',
      run: async () => {
        await workbench.select('- name:', original);
        await keyboard.press('End');
        await keyboard.press('Enter');
        await keyboard.press('Control+Space');
        await page
          .locator('.suggest-widget.visible .monaco-list-row')
          .filter({ hasText: 'reportingTags' })
          .first()
          .waitFor();
        await shoot('completion');
        await keyboard.press('Escape');
        await keyboard.press('Control+Z');
        await page.locator('.tab.active:not(.dirty)').waitFor();
      },
    },
    {
      name: 'types a mistake, and it is underlined and listed',
      run: async () => {
        await workbench.openFile(CATALOG);
        await workbench.select('- name:', original);
        await keyboard.type('- codeName:');
        await keyboard.press('Escape'); // the list of completions
        await workbench.errorSquiggles.first().waitFor();
        await workbench.problems.filter({ hasText: 'codeName' }).first().waitFor();
        await shoot('squiggle');
      },
    },
    {
      name: 'repairs it with the quick fix, and nothing is left',
      run: async () => {
        await keyboard.press('ArrowLeft');
        await keyboard.press('Control+.');
        const menu = page.locator('.action-widget');
        await menu.locator('.action-item, .monaco-list-row').filter({ hasText: 'name' }).first().waitFor();
        await shoot('quick-fix');
        await keyboard.press('Enter');
        await workbench.errorSquiggles.first().waitFor({ state: 'detached' });
        await page.locator('.markers-panel').getByText('No problems have been detected').waitFor();
      },
    },
    {
      name: 'saves, and the file is as it was, to the last character',
      run: async () => {
        await keyboard.press('Control+S');
        await page.locator('.tab.active:not(.dirty)').filter({ hasText: CATALOG }).waitFor();
        assert.equal(await readFile(file, 'utf8'), original);
        await workbench.closePanel();
      },
    },
  ];
}

/** What a file in the style of a tutorial looks like, and its repair; the pictures are `<theme>-tutorial` and `-fix-all`. */
export function readingTutorialCode({ page, workbench, workspace, picture }: Window, theme: string): readonly Step[] {
  return [
    {
      name: 'opens a file in the style of a tutorial, and reads what is real',
      run: async () => {
        await workbench.openFile(TUTORIAL);
        await workbench.showProblems();
        await workbench.problems.filter({ hasText: 'codeName' }).first().waitFor();
        await picture(`${theme}-tutorial`);
      },
    },
    {
      name: 'repairs all that is obvious in it at once',
      run: async () => {
        await workbench.select('codeName', await readFile(path.join(workspace, 'broken', TUTORIAL), 'utf8'));
        await page.keyboard.press('Control+.');
        const all = page.locator('.action-widget').getByText(/^Fix \d+ of \d+ problems of this kind in the file$/);
        await all.waitFor();
        await picture(`${theme}-fix-all`);
        await all.click();
        await workbench.problems.filter({ hasText: 'codeName' }).first().waitFor({ state: 'detached' });
        await workbench.problems.filter({ hasText: 'callbackUrl' }).first().waitFor();
      },
    },
  ];
}
