/**
 * The results view in a real Chromium, under the policy that its webview has. What never may happen is collected: errors
 * of the page and violations of the policy.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { FromView, ToView } from '../../client/results/view/messages.ts';
import { ensureBrowser } from '../../scripts/editor-host/browser.ts';
import { createFakeHost, type FakeHost, type FakeHostOptions } from './fakeHost.ts';
import { bodyClass, type Theme, themeSheet } from './themes.ts';

const root = path.resolve(import.meta.dirname, '../..');
const ORIGIN = 'http://view.test';
const POLICY = `default-src 'none'; script-src 'nonce-7f3a'; style-src ${ORIGIN}`;

export interface View {
  readonly page: Page;
  readonly host: FakeHost;
  /** Errors and violations so far; each test expects none. */
  readonly faults: readonly string[];
  /** Loads the page again, as VS Code does when a hidden view is shown. The state is kept, the host is a new one. */
  reload(options?: FakeHostOptions): Promise<FakeHost>;
  /** Keeps a picture under artifacts/screenshots/. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface OpenOptions extends FakeHostOptions {
  readonly theme?: Theme;
  readonly size?: { readonly width: number; readonly height: number };
  readonly forcedColors?: boolean;
}

export interface Stage {
  open(options?: OpenOptions): Promise<View>;
  close(): Promise<void>;
}

/** @param pixelRatio device pixels for a CSS pixel: the screen's, times the zoom */
export async function openStage(pixelRatio?: number): Promise<Stage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'wrapsmith-view-'));
  execFileSync(process.execPath, ['scripts/build.mjs', `--outdir=${folder}`, 'results'], {
    cwd: root,
    stdio: 'inherit',
  });
  const [script, style] = ['results.js', 'results.css'].map((name) => readFileSync(path.join(folder, name), 'utf8'));
  rmSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: await ensureBrowser((message) => void process.stderr.write(`${message}\n`)),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      // The page's own ratio alone would leave the browser's limits as they are.
      ...(pixelRatio === undefined ? [] : [`--force-device-scale-factor=${pixelRatio}`]),
    ],
  });
  return {
    open: (options = {}) => openView(browser, { script: script ?? '', style: style ?? '', pixelRatio }, options),
    close: () => browser.close(),
  };
}

/** Runs in the page before its script; VS Code's API as far as a view uses it. */
const API = `
  const key = 'state';
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => window.tellHost(JSON.stringify(message)),
    getState: () => JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined,
    setState: (state) => sessionStorage.setItem(key, JSON.stringify(state)),
  });
  document.addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.violatedDirective));
`;

interface Bundle {
  readonly script: string;
  readonly style: string;
  readonly pixelRatio: number | undefined;
}

async function openView(browser: Browser, { script, style, pixelRatio }: Bundle, options: OpenOptions): Promise<View> {
  const theme = options.theme ?? 'dark';
  const context = await browser.newContext({
    viewport: options.size ?? { width: 1100, height: 640 },
    ...(pixelRatio !== undefined && { deviceScaleFactor: pixelRatio }),
    forcedColors: options.forcedColors ? 'active' : 'none',
    colorScheme: theme.endsWith('light') ? 'light' : 'dark',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error.stack ?? error)));

  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
    <link rel="stylesheet" href="${ORIGIN}/theme.css"><link rel="stylesheet" href="${ORIGIN}/results.css">
    <title>Results</title></head>
    <body class="${bodyClass(theme)}"><script nonce="7f3a" src="${ORIGIN}/results.js"></script></body></html>`;
  const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
    '/': ['text/html', html],
    '/results.js': ['text/javascript', script],
    '/results.css': ['text/css', style],
    '/theme.css': ['text/css', themeSheet(theme)],
  };
  await page.route('**/*', (route) => {
    const file = files[new URL(route.request().url()).pathname];
    if (!file) return route.fulfill({ status: 404 });
    return route.fulfill({
      contentType: `${file[0]}; charset=utf-8`,
      headers: { 'content-security-policy': POLICY },
      body: file[1],
    });
  });

  const tell = (message: ToView) => {
    // The page may be gone by then.
    page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`).catch(() => {});
  };
  let host = createFakeHost(tell, options);
  await page.exposeBinding('tellHost', (_, text: string) => host.hear(JSON.parse(text) as FromView));
  await page.addInitScript(API);
  await page.goto(`${ORIGIN}/`);

  return {
    page,
    get host() {
      return host;
    },
    faults,
    async reload(next = options) {
      host = createFakeHost(tell, next);
      await page.reload();
      return host;
    },
    async picture(name) {
      const pictures = path.join(root, 'artifacts', 'screenshots');
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: path.join(pictures, `${name}.png`) });
    },
    close: () => context.close(),
  };
}
