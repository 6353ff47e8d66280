// The browser part: the packed extension in a window, in each theme, and in an untrusted folder.
import path from 'node:path';
import { installPackage } from '../parts/package.ts';
import type { Tell } from '../parts/report.ts';
import { copySamples } from '../parts/scratch.ts';
import { cancelling, writeManyCodes } from './cancelling.ts';
import { addStrangeEnvironment, switchingEnvironments } from './environments.ts';
import { editing, readingTutorialCode } from './editing.ts';
import { typingAtSpeed, writeLargeCatalog } from './largeFile.ts';
import { pushing } from './pushing.ts';
import { querying } from './querying.ts';
import { renaming } from './renaming.ts';
import { restrictedMode } from './restricted.ts';
import { failingSignIn, LOGIN_HOST } from './signIn.ts';
import { inWindow, type Window } from './window.ts';

const THEMES = {
  dark: 'Dark Modern',
  light: 'Light Modern',
  'high-contrast': 'Default High Contrast',
};

export async function inBrowser(scratch: string, tell: Tell): Promise<void> {
  const { extensions } = await installPackage(scratch);
  const open = async (name: string) => {
    const own = path.join(scratch, name);
    return { scratch: own, extensions, workspace: await copySamples(own) };
  };
  for (const [theme, title] of Object.entries(THEMES)) {
    const options = { ...(await open(theme)), settings: { 'workbench.colorTheme': title } };
    await inWindow(`ui ${theme}`, options, (window) => mainJob(window, theme), tell);
  }
  await inWindow('ui rename', await open('rename'), renaming, tell);
  const large = await open('large');
  await writeLargeCatalog(large.workspace);
  await inWindow('ui large', large, typingAtSpeed, tell);
  const strange = await open('environments');
  await addStrangeEnvironment(strange.workspace);
  await inWindow('ui environments', strange, switchingEnvironments, tell);
  const many = await open('cancel');
  await writeManyCodes(many.workspace);
  await inWindow('ui cancel', many, cancelling, tell);
  const options = { ...(await open('restricted')), settings: UNTRUSTED, trust: 'ask' as const };
  await inWindow('ui restricted', options, restrictedMode, tell);
  await inWindow('ui sign-in', { ...(await open('sign-in')), asks: [LOGIN_HOST] }, failingSignIn, tell);
}

/** The path that matters most, in one window. */
const mainJob = (window: Window, theme: string) =>
  [editing, pushing, querying, readingTutorialCode].flatMap((part) => part(window, theme));

/** Without the question at the start, a folder that nobody trusted opens in Restricted Mode. */
const UNTRUSTED = { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' };
