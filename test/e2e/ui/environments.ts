// Where one is: the environments of a project, a protected one, and names that try to be more than names.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Step } from './scenario.ts';
import type { Window } from './window.ts';

const CATALOG = 'support.wrapup.yaml';
const BAIT = '$(flame) [x](command:workbench.action.quit)';

/** One more environment, whose name wants to be read as more than text. */
export async function addStrangeEnvironment(workspace: string): Promise<void> {
  const project = path.join(workspace, 'genesys.yaml');
  const text = await readFile(project, 'utf8');
  await writeFile(project, `${text.trimEnd()}\n  ${JSON.stringify(BAIT)}:\n    region: mypurecloud.ie\n`);
}

export function switchingEnvironments({ page, workbench, workspace, picture }: Window): readonly Step[] {
  const project = path.join(workspace, 'genesys.yaml');
  const choice = (name: string) => page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first();
  const ask = () => workbench.commandThatAsks('Wrapsmith: Switch Environment', 'Where should plan and push go?');
  const protectedItem = workbench.statusItem(/prod · signed out · protected/);
  return [
    {
      name: 'opens a catalog, and has chosen no environment yet',
      run: async () => {
        await page.getByRole('treeitem', { name: CATALOG }).waitFor();
        await workbench.openFile(CATALOG);
        await workbench.statusItem(/no environment/).waitFor();
      },
    },
    {
      name: 'chooses an environment, and sees which are protected and that nobody is signed in',
      run: async () => {
        await ask();
        await choice('prod').filter({ hasText: 'protected' }).filter({ hasText: 'signed out' }).waitFor();
        await choice('Sandbox').waitFor();
        assert.equal(await page.locator('.quick-input-list .codicon-flame').count(), 0);
        await picture('environments');
        await choice('prod').click();
      },
    },
    {
      name: 'sees it in the status bar by a word, an icon and a colour, and is offered to sign in',
      run: async () => {
        await protectedItem.waitFor();
        await protectedItem.locator('.codicon-lock').waitFor();
        assert.match((await protectedItem.getAttribute('class')) ?? '', /warning-kind/);
        await workbench
          .notification(/Nobody is signed in there/)
          .getByRole('button', { name: 'Sign In' })
          .waitFor();
        await picture('protected');
        await workbench.clearNotifications();
      },
    },
    {
      name: 'takes the protection away in the editor, and the status bar follows before it is saved',
      run: async () => {
        await workbench.openFile('genesys.yaml');
        await workbench.select('protected: true', await readFile(project, 'utf8'));
        await page.keyboard.type('protected: false');
        await protectedItem.waitFor({ state: 'detached' });
        await workbench.statusItem(/prod · signed out/).waitFor();
        await workbench.command('File: Revert File');
        await protectedItem.waitFor();
      },
    },
    {
      name: 'is told on a push that nobody is signed in, and what to do',
      run: async () => {
        await workbench.openFile(CATALOG);
        await workbench.command('Wrapsmith: Push to the Org');
        const message = workbench.notification(/Nobody is signed in for prod/);
        await message.getByRole('button', { name: 'Sign In' }).waitFor();
        await message.getByRole('button', { name: 'Switch Environment' }).waitFor();
        await workbench.clearNotifications();
      },
    },
    {
      name: 'reads a strange name as it is: no link, no icon',
      run: async () => {
        await ask();
        await choice('[x]').click();
        const message = workbench.notification(/Nobody is signed in there/);
        await message.filter({ hasText: 'command:workbench.action.quit' }).waitFor();
        assert.equal(await message.locator('a').filter({ hasText: 'x' }).count(), 0, 'no link');
        const item = workbench.statusItem(/\$ \(flame\)/);
        await item.waitFor();
        assert.equal(await item.locator('.codicon-flame').count(), 0, 'no icon');
        await workbench.clearNotifications();
      },
    },
    {
      name: 'reloads the window, and is where it was',
      run: async () => {
        await ask();
        await choice('prod').click();
        await protectedItem.waitFor();
        await Promise.all([page.waitForEvent('load'), workbench.command('Developer: Reload Window')]);
        await protectedItem.waitFor();
      },
    },
  ];
}
