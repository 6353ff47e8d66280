// Ten thousand codes in one file: somebody types at speed, and nothing is lost, late or wrong.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Step } from './scenario.ts';
import type { Window } from './window.ts';

const CATALOG = 'large.wrapup.yaml';
const COUNT = 10_000;
const MIDDLE = COUNT / 2;
const TYPED = 'Typed without waiting for anything, at the speed of somebody who knows the words by heart';

export async function writeLargeCatalog(workspace: string): Promise<void> {
  const code = (at: number): string =>
    [
      `  - name: Code ${at}`,
      `    code: CODE_${at}`,
      `    category: ${at % 2 === 0 ? 'support' : 'sales'}`,
      `    description: What agents choose in case ${at}`,
      `    queues: [Queue ${at % 40}]`,
      `    reportingTags: [case:${at}, priority:${at % 3}]`,
      '',
    ].join('\n');
  const head = [
    'kind: WrapUpCatalog',
    'naming: platform',
    'categories:',
    '  support: [resolved]',
    '  sales: [lead]',
    'queues:',
    ...Array.from({ length: 40 }, (_, at) => `  Queue ${at}: {}`),
    'codes:',
    '',
  ].join('\n');
  await writeFile(path.join(workspace, 'genesys.yaml'), 'kind: GenesysProject\n');
  await writeFile(
    path.join(workspace, CATALOG),
    `${head}${Array.from({ length: COUNT }, (_, at) => code(at)).join('')}`,
  );
}

export function typingAtSpeed({ page, workbench, workspace, picture }: Window): readonly Step[] {
  const { keyboard } = page;
  const file = path.join(workspace, CATALOG);
  const description = `What agents choose in case ${MIDDLE}`;
  let original = '';
  /** VS Code empties a file before it writes it, so the end of saving is what the tab says. */
  const saved = async (): Promise<string> => {
    await keyboard.press('Control+S');
    await page.locator('.tab.active:not(.dirty)').filter({ hasText: CATALOG }).waitFor();
    return readFile(file, 'utf8');
  };
  return [
    {
      name: 'opens a catalog of ten thousand codes without a problem',
      run: async () => {
        original = await readFile(file, 'utf8');
        await page.getByRole('treeitem', { name: CATALOG }).waitFor();
        await workbench.openFile(CATALOG);
        await workbench.showProblems();
        await page.locator('.markers-panel').getByText('No problems have been detected').waitFor();
        await workbench.closePanel();
      },
    },
    {
      name: 'types at speed in its middle, and every key arrives',
      run: async () => {
        await workbench.select(description, original);
        await keyboard.type(TYPED, { delay: 5 });
        assert.ok((await saved()) === original.replace(`${description}\n`, `${TYPED}\n`), 'the text has every key');
      },
    },
    {
      name: 'is offered a value right after a key, and takes it',
      run: async () => {
        await workbench.select(`CODE_${MIDDLE}`, await saved());
        await keyboard.press('ArrowDown');
        await keyboard.press('End');
        for (let at = 0; at < 'support'.length; at += 1) await keyboard.press('Shift+ArrowLeft');
        await keyboard.type('sal', { delay: 5 });
        const offered = page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: 'sales' }).first();
        // VS Code closes its list when a save ends meanwhile; whoever misses it asks again.
        for (let asked = 0; asked < 9 && !(await offered.isVisible()); asked += 1) {
          await keyboard.press('Control+Space');
          await offered.waitFor({ timeout: 3000 }).catch(() => undefined);
        }
        await offered.waitFor();
        await picture('large-completion');
        await keyboard.press('Enter');
        assert.ok((await saved()).includes(`category: sales\n    description: ${TYPED}`), 'the value is in the file');
      },
    },
    {
      name: 'types a name twice, and sees both ends underlined while typing on',
      run: async () => {
        await workbench.select(`Code ${MIDDLE}`, await saved());
        await keyboard.type(`Code ${MIDDLE + 1}`, { delay: 5 });
        await workbench.errorSquiggles.nth(1).waitFor();
        await picture('large-squiggle');
        await keyboard.press('End');
        for (let at = 0; at < `${MIDDLE + 1}`.length; at += 1) await keyboard.press('Backspace');
        await keyboard.type(`${MIDDLE}`, { delay: 5 });
        await workbench.errorSquiggles.first().waitFor({ state: 'detached' });
      },
    },
    {
      name: 'reads what a value means right after typing',
      run: async () => {
        await keyboard.press('Home');
        await keyboard.press('ArrowDown');
        await keyboard.press('ArrowDown');
        await keyboard.press('End');
        await keyboard.press('ArrowLeft');
        await keyboard.press('Control+K');
        await keyboard.press('Control+I');
        await page.locator('.monaco-hover:visible .hover-contents').filter({ hasText: /sales/i }).first().waitFor();
        await keyboard.press('Escape');
      },
    },
    {
      name: 'repairs all that is obvious at once, and the file is whole',
      run: async () => {
        const before = await saved();
        await workbench.select(`name: Code ${MIDDLE}`, before);
        await keyboard.type(`codeName: Code ${MIDDLE}`, { delay: 5 });
        await keyboard.press('Escape');
        await workbench.errorSquiggles.first().waitFor();
        await workbench.command('Fix All');
        await workbench.errorSquiggles.first().waitFor({ state: 'detached' });
        assert.ok((await saved()) === before, 'the text is as it was');
      },
    },
  ];
}
