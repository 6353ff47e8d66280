// Ten thousand codes in one file: somebody types at speed, and nothing is lost, late or wrong.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Step } from './scenario.ts';
import { until } from './until.ts';
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
  /** What the file says when every key has arrived; read from the disk once, before anybody types. */
  let text = '';
  /** VS Code empties a file before it writes it, so what is read meanwhile says nothing. */
  const isSaved = async (what: string): Promise<void> => {
    await keyboard.press('Control+S');
    await until(what, async () => (await readFile(file, 'utf8')) === text);
  };
  return [
    {
      name: 'opens a catalog of ten thousand codes without a problem',
      run: async () => {
        text = await readFile(file, 'utf8');
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
        await workbench.select(description, text);
        await keyboard.type(TYPED, { delay: 5 });
        text = text.replace(`${description}\n`, `${TYPED}\n`);
        await isSaved('the text to have every key');
      },
    },
    {
      name: 'is offered a value right after a key, and takes it',
      run: async () => {
        await workbench.select(`CODE_${MIDDLE}`, text);
        await keyboard.press('ArrowDown');
        await keyboard.press('End');
        for (let at = 0; at < 'support'.length; at += 1) await keyboard.press('Shift+ArrowLeft');
        await keyboard.type('sal', { delay: 5 });
        await page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: 'sales' }).first().waitFor();
        await picture('large-completion');
        await keyboard.press('Enter');
        text = text.replace(`support\n    description: ${TYPED}`, `sales\n    description: ${TYPED}`);
        await isSaved('the value to be in the file');
      },
    },
    {
      name: 'types a name twice, and sees both ends underlined while typing on',
      run: async () => {
        await workbench.select(`Code ${MIDDLE}`, text);
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
        await workbench.select(`name: Code ${MIDDLE}`, text);
        await keyboard.type(`codeName: Code ${MIDDLE}`, { delay: 5 });
        await keyboard.press('Escape');
        await workbench.errorSquiggles.first().waitFor();
        await workbench.command('Fix All');
        await workbench.errorSquiggles.first().waitFor({ state: 'detached' });
        await isSaved('the text to be as it was');
      },
    },
  ];
}
