import type { Page } from 'playwright-core';

/** What a desktop VS Code takes on its command line, for a workbench that runs in a page. Paths are absolute. */
export interface DevelopmentOptions {
  readonly extensions: readonly string[];
  /** A module that exports `run()`; the workbench runs it in the extension host and then reports an exit code. */
  readonly tests?: string;
}

/**
 * Puts development options into the page's own configuration before the workbench reads it. It is done in the DOM:
 * the server ignores such options in the address, and Chromium refuses a loopback socket to a page that was
 * rewritten on its way. The state "interactive" comes before deferred module scripts run.
 */
export async function addDevelopmentOptions(page: Page, authority: string, options: DevelopmentOptions): Promise<void> {
  const uri = (path: string) => ({ scheme: 'vscode-remote', authority, path });
  const development = {
    extensions: options.extensions.length > 0 ? options.extensions.map(uri) : undefined,
    extensionTestsPath: options.tests === undefined ? undefined : uri(options.tests),
  };
  await page.addInitScript({ content: `(${IN_PAGE})(${JSON.stringify(development)})` });
}

/** Runs in the page; text, since the project's type check knows no DOM. */
const IN_PAGE = `(wanted) => {
  if (window !== window.top) return;
  document.addEventListener('readystatechange', () => {
    const element = document.getElementById('vscode-workbench-web-configuration');
    if (!element || document.readyState !== 'interactive') return;
    const settings = JSON.parse(element.getAttribute('data-settings'));
    settings.developmentOptions = { ...settings.developmentOptions, ...wanted };
    element.setAttribute('data-settings', JSON.stringify(settings));
  });
}`;
