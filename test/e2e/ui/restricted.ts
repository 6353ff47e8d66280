// A folder that nobody trusts: files are checked, and what reaches out says why it does not.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Step } from './scenario.ts';
import type { Window } from './window.ts';

const CATALOG = 'support.wrapup.yaml';

export function restrictedMode({ page, workbench, workspace, picture }: Window): readonly Step[] {
  return [
    {
      name: 'is in Restricted Mode',
      run: async () => {
        await page.getByRole('treeitem', { name: CATALOG }).waitFor();
        await workbench.statusItem('Restricted Mode').waitFor();
      },
    },
    {
      name: 'still sees mistakes',
      run: async () => {
        await workbench.openFile(CATALOG);
        await workbench.select('- name:', await readFile(path.join(workspace, CATALOG), 'utf8'));
        await page.keyboard.type('- codeName:');
        await page.keyboard.press('Escape');
        await workbench.errorSquiggles.first().waitFor();
      },
    },
    {
      name: 'reads in the status bar that only checks work',
      run: async () => {
        await workbench.statusItem(/Restricted: checks only/).waitFor();
        await picture('restricted');
      },
    },
    {
      name: 'is not offered a plan, or is told why not',
      run: async () => {
        await workbench.command('Wrapsmith: Plan This Catalog');
        await workbench.notification(/trust/i).waitFor();
        await picture('restricted-plan');
      },
    },
  ];
}
