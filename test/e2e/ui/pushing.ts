// The second half of the main job: plan, say no, push, push again.
import assert from 'node:assert/strict';
import type { Step } from './scenario.ts';
import type { Window } from './window.ts';

const CATALOG = 'support.wrapup.yaml';

/** What our extension says on the way; the one place to change when its words change. */
const SAYS = {
  target: /\S+ · sandbox/i,
  planTab: /^Plan · /,
  planned: /Plan for/,
  list: 'Show List',
  listTab: /^Plan\b.*\.(txt|md)/,
  planning: /Planning for/,
  question: /Push \d+ changes? to .+\?/,
  yes: /^Push \d+ change/,
  pushed: /Pushed \d+ changes? to/,
  nothingToDo: /There is nothing to do/,
};

/** @param theme names the pictures: `<theme>-plan`, `-plan-list`, `-confirm`, `-result`, `-second-push` */
export function pushing({ page, workbench, picture }: Window, theme: string): readonly Step[] {
  const shoot = (name: string) => picture(`${theme}-${name}`);
  const question = workbench.dialog.filter({ hasText: SAYS.question });
  const yes = workbench.dialog.getByRole('button', { name: SAYS.yes });
  const push = async () => {
    await workbench.openFile(CATALOG);
    await workbench.command('Wrapsmith: Push to the Org');
  };
  return [
    {
      name: 'uses the sandbox, and the status bar names org and environment',
      run: async () => {
        await workbench.command('Wrapsmith: Use the Sandbox');
        await workbench.statusItem(SAYS.target).waitFor();
      },
    },
    {
      name: 'plans, and sees the org and the file side by side',
      run: async () => {
        await workbench.command('Wrapsmith: Plan This Catalog');
        await workbench.tab(SAYS.planTab).waitFor();
        await page.locator('.monaco-diff-editor .line-insert').first().waitFor();
        await workbench.notification(SAYS.planned).waitFor();
        await shoot('plan');
      },
    },
    {
      name: 'reads the same plan as a list',
      run: async () => {
        await workbench.notification(SAYS.planned).getByRole('button', { name: SAYS.list }).click();
        await workbench.tab(SAYS.listTab).waitFor();
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
      name: 'is asked before a push, says no, and is asked the same again: nothing was sent',
      run: async () => {
        await push();
        await question.waitFor();
        const asked = await yes.innerText();
        await workbench.dialog.getByRole('button', { name: 'Cancel' }).click();
        await workbench.dialog.waitFor({ state: 'detached' });
        await push();
        await question.waitFor();
        assert.equal(await yes.innerText(), asked);
        await workbench.notification(SAYS.planning).waitFor({ state: 'detached' });
        await shoot('confirm');
      },
    },
    {
      name: 'pushes, and reads what was done',
      run: async () => {
        await yes.click();
        await workbench.notification(SAYS.pushed).waitFor();
        await shoot('result');
        await workbench.clearNotifications();
      },
    },
    {
      name: 'pushes again, and there is nothing to do',
      run: async () => {
        await push();
        await workbench.notification(SAYS.nothingToDo).waitFor();
        await shoot('second-push');
        await workbench.clearNotifications();
      },
    },
  ];
}
