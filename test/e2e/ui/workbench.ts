// What a person does in VS Code's window, in terms of what a person sees. Nothing here knows our extension.
import type { Locator, Page } from 'playwright-core';

export interface Workbench {
  /** Opens a file of the workspace through the list of files. */
  openFile(name: string): Promise<void>;
  /** Runs a command by its title in the command palette. */
  command(title: string): Promise<void>;
  /** The same for a command that begins with a question, shown where the palette was. */
  commandThatAsks(title: string, question: string): Promise<void>;
  /** Selects a text in the active editor, which shows `content`: its first occurrence. */
  select(text: string, content: string): Promise<void>;
  /** The active text editor. */
  readonly editor: Locator;
  readonly errorSquiggles: Locator;
  readonly problems: Locator;
  showProblems(): Promise<void>;
  closePanel(): Promise<void>;
  /** A notification that holds a text. */
  notification(text: string | RegExp): Locator;
  clearNotifications(): Promise<void>;
  /** Waits until nothing moves or fades any more, except what never ends, such as a progress bar. */
  settle(): Promise<void>;
  readonly dialog: Locator;
  statusItem(text: string | RegExp): Locator;
  tab(title: string | RegExp): Locator;
}

/** Runs in the page; text, since the project's type check knows no DOM. */
const FINISHED = `Promise.all(document.getAnimations()
  .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
  .map(({ finished }) => finished.catch(() => {})))`;

export function workbench(page: Page): Workbench {
  const input = page.locator('.quick-input-widget:visible input').first();
  const row = (label: string) =>
    page.locator(`.quick-input-list .monaco-list-row[aria-label^=${JSON.stringify(label)}]`).first();
  const { keyboard } = page;
  const editor = page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  return {
    async openFile(name) {
      await keyboard.press('Control+P');
      await input.fill(name);
      await row(name).click(); // not Enter: the list may still be about to narrow
      await page.locator('.tab.active').filter({ hasText: name }).waitFor();
      await editor.locator('.view-line').first().waitFor();
    },
    async command(title) {
      await keyboard.press('F1');
      await input.fill(`>${title}`);
      await row(title).click();
      await input.waitFor({ state: 'hidden' });
    },
    async commandThatAsks(title, question) {
      await keyboard.press('F1');
      await input.fill(`>${title}`);
      await row(title).click();
      await page.locator(`.quick-input-widget:visible input[placeholder=${JSON.stringify(question)}]`).waitFor();
    },
    async select(text, content) {
      // Not with the find widget: it takes the focus when it is ready, which may be after the next key.
      const at = content.indexOf(text);
      if (at < 0) throw new Error(`nothing to select: the text has no ${JSON.stringify(text)}`);
      const before = content.slice(0, at).split('\n');
      const [line, column] = [before.length, (before.at(-1) ?? '').length + 1];
      await keyboard.press('Control+G');
      await input.fill(`:${line}:${column}`);
      await keyboard.press('Enter');
      await page
        .locator('.statusbar-item')
        .filter({ hasText: `Ln ${line}, Col ${column}` })
        .waitFor();
      for (let count = 0; count < text.length; count += 1) await keyboard.press('Shift+ArrowRight');
      await page
        .locator('.statusbar-item')
        .filter({ hasText: `(${text.length} selected)` })
        .waitFor();
    },
    editor,
    errorSquiggles: editor.locator('.squiggly-error'),
    problems: page.locator('.markers-panel .monaco-list-row'),
    async showProblems() {
      await keyboard.press('Control+Shift+M');
      await page.locator('.markers-panel').waitFor();
    },
    async closePanel() {
      await keyboard.press('Control+J');
      await page.locator('.markers-panel').waitFor({ state: 'hidden' });
    },
    notification: (text) =>
      page.locator('.notifications-toasts .notification-list-item').filter({ hasText: text }).first(),
    async clearNotifications() {
      await this.command('Notifications: Clear All Notifications');
      await page.locator('.notifications-toasts .notification-list-item').first().waitFor({ state: 'detached' });
    },
    async settle() {
      await page.evaluate(FINISHED);
    },
    dialog: page.locator('.monaco-dialog-box'),
    statusItem: (text) => page.locator('.statusbar-item').filter({ hasText: text }).first(),
    tab: (title) => page.locator('.tab').filter({ hasText: title }).first(),
  };
}
