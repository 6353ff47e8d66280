// One VS Code window with the packed extension installed, in one theme.
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../../scripts/editor-host/paths.ts';
import { openSession, type SessionOptions } from '../host/session.ts';
import { watchNetwork } from '../parts/network.ts';
import type { Tell } from '../parts/report.ts';
import { follow, type Step, withLimits } from './scenario.ts';
import { watchPage } from './watch.ts';
import { workbench, type Workbench } from './workbench.ts';

export interface Window {
  readonly page: Page;
  readonly workbench: Workbench;
  /** The opened folder. */
  readonly workspace: string;
  /** Where VS Code keeps its settings, memory and logs. */
  readonly userData: string;
  /** Keeps a picture under artifacts/screenshots/, by a stable name. */
  readonly picture: (name: string) => Promise<void>;
}

export interface WindowOptions {
  /** The folder of this window's files; made and removed by the caller. */
  readonly scratch: string;
  readonly extensions: string;
  /** The folder that the window opens. */
  readonly workspace: string;
  readonly settings?: SessionOptions['settings'];
  readonly trust?: SessionOptions['trust'];
  /** Other machines that the path is meant to ask. They are never reached. */
  readonly asks?: readonly string[];
}

export const PICTURES = path.join(root, 'artifacts', 'screenshots');

/** Opens a window, follows the steps in it, and adds what must hold for every path. */
export async function inWindow(
  part: string,
  options: WindowOptions,
  steps: (window: Window) => readonly Step[],
  tell: Tell,
): Promise<void> {
  await mkdir(options.scratch, { recursive: true });
  await mkdir(PICTURES, { recursive: true });
  const { workspace } = options;
  const userData = path.join(options.scratch, 'data');
  const network = watchNetwork(options.scratch);
  let watch: ReturnType<typeof watchPage> | undefined;
  const session = await openSession({
    scratch: options.scratch,
    folder: workspace,
    userData,
    extensions: options.extensions,
    preload: network.preload,
    env: { ...network.env, XDG_STATE_HOME: path.join(options.scratch, 'state') },
    ...(options.settings && { settings: options.settings }),
    ...(options.trust && { trust: options.trust }),
    prepare: async (page, origin) => {
      watch = watchPage(page, origin);
    },
  });
  try {
    const page = withLimits(session.page);
    const view = workbench(page);
    const shoot = (name: string) => page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
    const picture = async (name: string) => {
      await view.settle();
      await shoot(name);
    };
    const failed = async () => void (await shoot(`failed-${part.replaceAll(/\W+/g, '-')}`));
    const window = { page, workbench: view, workspace, userData, picture };
    await follow(part, steps(window), tell, failed);
    const always = (await watch?.results(part, userData)) ?? [];
    always.forEach(tell);
    tell(await network.result(part, options.asks));
  } finally {
    await session.close();
    const kept = path.join(root, 'artifacts', 'e2e', part.replaceAll(/\W+/g, '-'));
    await cp(path.join(userData, 'logs'), kept, { recursive: true, force: true }).catch(() => {});
  }
}
