// The main job, as a person does it: see a mistake, repair it, plan, push, push again.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Step } from './scenario.ts';
import type { Window } from './window.ts';

const CATALOG = 'support.wrapup.yaml';

/** @param theme names the pictures: `<theme>-squiggle`, `-quick-fix`, `-plan`, `-confirm`, `-result`, `-second-push` */
export function mainJob({ page, workbench, workspace, picture }: Window, theme: string): readonly Step[] {
  const file = path.join(workspace, CATALOG);
  const { keyboard } = page;
  const shoot = (name: string) => picture(`${theme}-${name}`);
  let original = '';
  const pushed = workbench.notification(/^.*Pushed to/);
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
    {
      name: 'uses the sandbox, and the status bar names org and environment',
      run: async () => {
        await workbench.command('Wrapsmith: Use the Sandbox');
        await workbench.statusItem(/\S+ · sandbox/i).waitFor();
      },
    },
    {
      name: 'plans, and sees the org and the file side by side',
      run: async () => {
        await workbench.command('Wrapsmith: Plan This Catalog');
        await workbench.tab(/^Plan · /).waitFor();
        await page.locator('.monaco-diff-editor .line-insert').first().waitFor();
        await workbench.notification(/Plan for/).waitFor();
        await shoot('plan');
      },
    },
    {
      name: 'reads the same plan as a list',
      run: async () => {
        await workbench
          .notification(/Plan for/)
          .getByRole('button', { name: 'Show List' })
          .click();
        await workbench.tab(/^Plan\b.*\.(txt|md)/).waitFor();
        await workbench.editor
          .locator('.view-line')
          .filter({ hasText: /create/i })
          .first()
          .waitFor();
        await workbench.clearNotifications();
        await shoot('plan-list');
      },
    },
    {
      name: 'pushes after a question that says what and where',
      run: async () => {
        await workbench.openFile(CATALOG);
        await workbench.command('Wrapsmith: Push to the Org');
        await workbench.dialog.filter({ hasText: /Push \d+ changes? to .+/ }).waitFor();
        await workbench.notification(/^Planning for/).waitFor({ state: 'detached' });
        await shoot('confirm');
        await workbench.dialog.getByRole('button', { name: /^Push \d+ change/ }).click();
        await pushed.waitFor();
        await shoot('result');
        await workbench.clearNotifications();
      },
    },
    {
      name: 'pushes again, and there is nothing to do',
      run: async () => {
        await workbench.openFile(CATALOG);
        await workbench.command('Wrapsmith: Push to the Org');
        await workbench.notification(/There is nothing to do/).waitFor();
        await shoot('second-push');
        await workbench.clearNotifications();
      },
    },
    {
      name: 'opens a file in the style of a tutorial, and reads what is real',
      run: async () => {
        await workbench.openFile('from-a-tutorial.wrapup.yaml');
        await workbench.showProblems();
        await workbench.problems.filter({ hasText: 'codeName' }).first().waitFor();
        await shoot('tutorial');
      },
    },
  ];
}
