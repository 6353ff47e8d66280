// What must never happen while a person works, whatever the path.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { globSync } from 'tinyglobby';
import type { TestResult } from '../parts/report.ts';

export interface Watch {
  /** Requests of the page, errors that name our extension, and secrets in logs. */
  results(part: string, userData: string): Promise<readonly TestResult[]>;
}

const OURS = /wrapsmith/i;
/** A secret or a token in a log; the sandbox's are as long as real ones. */
const SECRET = /bearer\s+[\w.-]{12,}|client_secret=|access_token["']?\s*[:=]\s*["'][\w.-]{12,}/i;

/** How a webview names a file on disk: VS Code's own service worker answers, and no such host is ever asked. */
const isFileOfView = (url: string): boolean => new URL(url).hostname.endsWith('.vscode-resource.vscode-cdn.net');

export function watchPage(page: Page, origin: string): Watch {
  const requests = new Set<string>();
  const errors: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && !url.startsWith(origin) && !isFileOfView(url)) requests.add(url);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && OURS.test(message.text())) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
  return {
    async results(part, userData) {
      const logs = await readLogs(userData);
      const logged = logs.flatMap(({ file, text }) =>
        entriesOf(text)
          .filter((entry) => entry.includes('[error]') && (OURS.test(entry) || /Wrapsmith/.test(file)))
          .map((entry) => `${file}: ${entry}`),
      );
      const secrets = logs.flatMap(({ file, text }) =>
        SECRET.test(text) ? [`${file}: ${SECRET.exec(text)?.[0]}`] : [],
      );
      return [
        expectNone(part, 'the page asks nobody but VS Code', [...requests]),
        expectNone(part, 'our extension reports no error to the console or the logs', [...errors, ...logged]),
        expectNone(part, 'no log holds a secret or a token', secrets),
      ];
    },
  };
}

async function readLogs(userData: string): Promise<readonly { readonly file: string; readonly text: string }[]> {
  const files = globSync('logs/**/*.log', { cwd: userData });
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(`${userData}/${file}`, 'utf8') })));
}

/** A log's entries; one begins with a date, and what follows until the next belongs to it. */
const entriesOf = (text: string) => text.split(/^(?=\d{4}-\d\d-\d\d )/m);

function expectNone(part: string, name: string, found: readonly string[]): TestResult {
  return { part, name, milliseconds: 0, ...(found.length > 0 && { failure: found.join('\n') }) };
}
