// The browser part: the packed extension in a window, in each theme, and in an untrusted folder.
import path from 'node:path';
import { installPackage } from '../parts/package.ts';
import type { TestResult } from '../parts/report.ts';
import { copySamples } from '../parts/scratch.ts';
import { mainJob } from './person.ts';
import { restrictedMode } from './restricted.ts';
import { failingSignIn, LOGIN_HOST } from './signIn.ts';
import { inWindow } from './window.ts';

const THEMES = {
  dark: 'Dark Modern',
  light: 'Light Modern',
  'high-contrast': 'Default High Contrast',
};

export async function inBrowser(scratch: string): Promise<readonly TestResult[]> {
  const { extensions } = await installPackage(scratch);
  const open = async (name: string) => {
    const own = path.join(scratch, name);
    return { scratch: own, extensions, workspace: await copySamples(own) };
  };
  const results: TestResult[] = [];
  for (const [theme, title] of Object.entries(THEMES)) {
    const options = { ...(await open(theme)), settings: { 'workbench.colorTheme': title } };
    results.push(...(await inWindow(`ui ${theme}`, options, (window) => mainJob(window, theme))));
  }
  const options = { ...(await open('restricted')), settings: UNTRUSTED, trust: 'ask' as const };
  results.push(...(await inWindow('ui restricted', options, restrictedMode)));
  const expected = { hosts: [LOGIN_HOST], errors: /wrapsmith\.signIn/ };
  results.push(...(await inWindow('ui sign-in', { ...(await open('sign-in')), expected }, failingSignIn)));
  return results;
}

/** Without the question at the start, a folder that nobody trusted opens in Restricted Mode. */
const UNTRUSTED = { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' };
