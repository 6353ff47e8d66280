// A VS Code window: the server, a headless Chromium, and one page with the workbench in it.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { ensureBrowser } from '../../../scripts/editor-host/browser.ts';
import { installEditorHost } from '../../../scripts/editor-host/install.ts';
import { type Server, startServer } from '../../../scripts/editor-host/server.ts';
import { writeSettings } from '../../../scripts/editor-host/settings.ts';
import { addDevelopmentOptions, type DevelopmentOptions } from './page-options.ts';

export interface SessionOptions {
  /** A folder for everything this window writes; the caller makes and removes it. */
  readonly scratch: string;
  /** The workspace folder. */
  readonly folder: string;
  readonly development?: DevelopmentOptions;
  readonly userData?: string;
  readonly extensions?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly trust?: 'every folder is trusted' | 'ask';
  /** Added to the environment of VS Code and its extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** A module that is loaded first into every process of VS Code. */
  readonly preload?: string;
  /** Sees the page before it loads anything, and the address that it will load. */
  readonly prepare?: (page: Page, origin: string) => Promise<void>;
}

export interface Session {
  readonly page: Page;
  readonly origin: string;
  readonly server: Server;
  close(): Promise<void>;
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** Opens a window and returns when the page is asked for; what appears in it is the caller's to wait for. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const log = (message: string) => process.stderr.write(`${message}\n`);
  const [host, executablePath] = [await installEditorHost(log), await ensureBrowser(log)];
  const userData = options.userData ?? path.join(options.scratch, 'data');
  await writeSettings(userData, options.settings);
  await mkdir(options.folder, { recursive: true });

  let context: BrowserContext | undefined;
  const server = await startServer({
    host,
    scratch: options.scratch,
    userData,
    extensions: options.extensions ?? path.join(options.scratch, 'extensions'),
    trust: options.trust ?? 'every folder is trusted',
    idleSeconds: 61,
    ...(options.env && { env: options.env }),
    ...(options.preload !== undefined && { preload: options.preload }),
  });
  const close = async () => {
    await context?.close().catch(() => {});
    await server.stop();
  };
  try {
    context = await chromium.launchPersistentContext(path.join(options.scratch, 'chromium'), {
      executablePath,
      env: environmentFor(options.scratch),
      headless: true,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      viewport: { width: 1440, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
      args: ARGUMENTS,
    });
    const page = context.pages()[0] ?? (await context.newPage());
    if (options.development) await addDevelopmentOptions(page, new URL(server.origin).host, options.development);
    await options.prepare?.(page, server.origin);
    const address = new URL(server.origin);
    address.searchParams.set('folder', options.folder);
    await page.goto(address.href);
    return { page, origin: server.origin, server, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function environmentFor(scratch: string): Record<string, string> {
  const known = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(known), TMPDIR: scratch };
}
