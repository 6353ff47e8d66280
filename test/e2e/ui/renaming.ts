// A queue gets another name: all files follow, and one undo takes it back.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { until } from './until.ts';
import type { Step } from './scenario.ts';
import type { Window } from './window.ts';

const CATALOG = 'support.wrapup.yaml';
const QUEUE = 'Support Chat';
const RENAMED = 'Support "Messaging"';

export function renaming({ page, workbench, workspace, picture }: Window): readonly Step[] {
  const { keyboard } = page;
  const texts = async (): Promise<ReadonlyMap<string, string>> => {
    const names = (await readdir(workspace)).filter((name) => name.endsWith('.yaml'));
    return new Map(
      await Promise.all(
        names.map(
          async (name): Promise<[string, string]> => [name, await readFile(path.join(workspace, name), 'utf8')],
        ),
      ),
    );
  };
  const holding = (files: ReadonlyMap<string, string>, text: RegExp) =>
    [...files].filter(([, content]) => text.test(content)).map(([name]) => name);
  let before: ReadonlyMap<string, string> = new Map();
  return [
    {
      name: 'sees where else a queue is named',
      run: async () => {
        before = await texts();
        await page.getByRole('treeitem', { name: CATALOG }).waitFor();
        await workbench.openFile(CATALOG);
        await workbench.select(QUEUE, before.get(CATALOG) ?? '');
        await keyboard.press('ArrowLeft');
        // The way to the cursor comes from the language server: when it is shown, there is somebody to ask.
        await page.locator('.breadcrumbs-control').getByText(QUEUE).waitFor();
        await workbench.command('Go to References');
        await page.locator('.reference-zone-widget .ref-tree').getByText('volumes.query.yaml').first().waitFor();
        await picture('references');
        await keyboard.press('Escape');
        await page.locator('.reference-zone-widget').waitFor({ state: 'detached' });
      },
    },
    {
      name: 'renames it in all files at once, whatever the new name holds',
      run: async () => {
        assert.ok(holding(before, /Support Chat/).length >= 3, 'the sample names it in three files or more');
        await keyboard.press('F2');
        const box = page.locator('.rename-box:visible input');
        await box.fill(RENAMED);
        await picture('rename');
        await keyboard.press('Enter');
        await until('the queue to have its new name on disk', async () => {
          const now = await texts();
          return holding(now, /Support Chat/).length === 0 && holding(now, /Support \\?"Messaging/).length >= 3;
        });
      },
    },
    {
      name: 'has no problem after it',
      run: async () => {
        await workbench.showProblems();
        await page.locator('.markers-panel').getByText('No problems have been detected').waitFor();
        await workbench.closePanel();
      },
    },
    {
      name: 'takes it back in all files with one undo',
      run: async () => {
        await workbench.openFile(CATALOG);
        await workbench.editor.click();
        await keyboard.press('Control+Z');
        await page.locator('.tab.dirty').nth(2).waitFor();
        await workbench.command('File: Save All');
        await until('every file to be as it was', async () => {
          const now = await texts();
          return [...before].every(([name, content]) => now.get(name) === content);
        });
      },
    },
  ];
}
