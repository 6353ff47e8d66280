// A sign-in that cannot work: the machine reaches nobody. It must say so, and keep nothing.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import type { Step } from './scenario.ts';
import type { Window } from './window.ts';

export const LOGIN_HOST = 'login.mypurecloud.ie';
const SECRET = 'canary-3f1c9a60-secret';

export function failingSignIn({ page, workbench, userData, picture }: Window): readonly Step[] {
  const { keyboard } = page;
  const input = page.locator('.quick-input-widget:visible input').first();
  return [
    {
      name: 'chooses a region',
      run: async () => {
        await page.getByRole('treeitem', { name: 'support.wrapup.yaml' }).waitFor();
        await workbench.commandThatAsks('Wrapsmith: Sign In to Genesys Cloud', 'The region of the organisation');
        await input.fill('mypurecloud.ie');
        await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'mypurecloud.ie' }).click();
      },
    },
    {
      name: 'chooses how to sign in, the browser first',
      run: async () => {
        const ways = page.locator('.quick-input-list .monaco-list-row');
        await ways.filter({ hasText: 'With the Browser' }).waitFor();
        assert.match((await ways.first().textContent()) ?? '', /With the Browser/);
        await picture('sign-in-ways');
        // By key: what the mouse rests on explains itself, over the row below it.
        await input.fill('As an OAuth Client');
        await ways.filter({ hasText: 'With the Browser' }).waitFor({ state: 'detached' });
        await keyboard.press('Enter');
      },
    },
    {
      name: 'types a client id and a secret, which is not shown',
      run: async () => {
        await page.locator('.quick-input-widget').filter({ hasText: 'Client id' }).waitFor();
        await input.fill('00000000-1111-2222-3333-444444444444');
        await keyboard.press('Enter');
        await page.locator('.quick-input-widget').filter({ hasText: 'Client secret' }).waitFor();
        assert.equal(await input.getAttribute('type'), 'password');
        await input.fill(SECRET);
        await keyboard.press('Enter');
      },
    },
    {
      name: 'reads that the region cannot be reached',
      run: async () => {
        await workbench.notification(/mypurecloud\.ie cannot be reached/).waitFor();
        await picture('sign-in-failed');
      },
    },
    {
      name: 'finds the secret in no file',
      run: async () => {
        const files = globSync('**', { cwd: userData, dot: true });
        const texts = await Promise.all(
          files.map(async (file) => ({
            file,
            bytes: await readFile(path.join(userData, file)).catch(() => Buffer.of()),
          })),
        );
        assert.ok(files.length > 3, 'VS Code has written files');
        assert.deepEqual(
          texts.filter(({ bytes }) => bytes.includes(SECRET)).map(({ file }) => file),
          [],
        );
      },
    },
  ];
}
