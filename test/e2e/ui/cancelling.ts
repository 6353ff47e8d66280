// A push that meets the rate limit: the wait is told in seconds, it can be cancelled, and what is not done is not called done.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Step } from './scenario.ts';
import type { Window } from './window.ts';

const CATALOG = 'many.wrapup.yaml';
/** More than the 300 requests that an org takes in a minute. */
const COUNT = 320;

export async function writeManyCodes(workspace: string): Promise<void> {
  const names = Array.from({ length: COUNT }, (_, at) => `  - name: Many ${at + 1}\n`);
  await writeFile(path.join(workspace, 'genesys.yaml'), 'kind: GenesysProject\n');
  await writeFile(path.join(workspace, CATALOG), `kind: WrapUpCatalog\ncodes:\n${names.join('')}`);
}

export function cancelling({ page, workbench, picture }: Window): readonly Step[] {
  const progress = workbench.notification(/Pushing to .+waiting \d+ s \(rate limit\)/);
  const stopping = workbench.notification(/Stopping the push\..+waiting \d+ s \(rate limit\)/);
  return [
    {
      name: 'opens a catalog of many codes',
      run: async () => {
        await page.getByRole('treeitem', { name: CATALOG }).waitFor();
        await workbench.openFile(CATALOG);
        await workbench.command('Wrapsmith: Use the Sandbox');
        await workbench.statusItem(/\S+ · sandbox/i).waitFor();
      },
    },
    {
      name: 'pushes, and reads how long the org makes it wait',
      run: async () => {
        await workbench.command('Wrapsmith: Push to the Org');
        await workbench.dialog.getByRole('button', { name: `Push ${COUNT} changes` }).click();
        await progress.waitFor();
        await picture('waiting');
      },
    },
    {
      name: 'is not asked for a second push meanwhile, but told that one is running',
      run: async () => {
        await workbench.command('Wrapsmith: Push to the Org');
        await workbench.notification(/A push is already running/).waitFor();
      },
    },
    {
      name: 'cancels, and reads that what was sent is still read back, and how long that waits',
      run: async () => {
        await progress.getByRole('button', { name: 'Cancel' }).click();
        await stopping.waitFor();
        await picture('stopping');
      },
    },
    {
      name: 'does not wait for that either: what nobody has seen is called unknown, and nothing is called done',
      run: async () => {
        await stopping.getByRole('button', { name: 'Cancel' }).click();
        const ended = workbench.notification(/is not complete: \d+ unknown, \d+ not attempted\..*Push again/);
        await ended.getByRole('button', { name: 'Push Again' }).waitFor();
        await workbench.tab(/^Result · /).waitFor();
        await picture('cancelled');
      },
    },
  ];
}
