// Finds the Chromium that shows the workbench: an installed one, or on a Debian machine as root the distribution's.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const DEBIAN_PACKAGE = 'chromium';

/** The path of an installed Chrome, Chromium or Edge; `CHROMIUM` in the environment comes first. */
export function findBrowser(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named) return named;
  return findOnPath(COMMANDS) ?? PLACES.find((place) => existsSync(place));
}

/**
 * Finds a browser, and installs one where that is possible without asking.
 * @throws with the package's name when there is none and it cannot be installed
 */
export async function ensureBrowser(log: (message: string) => void): Promise<string> {
  const found = findBrowser();
  if (found) return found;
  const apt = findOnPath(['apt-get']);
  if (apt && process.getuid?.() === 0) {
    log(`Installing the Debian package ${DEBIAN_PACKAGE} to show VS Code in (once, a minute or two)…`);
    await runQuietly(apt, ['update', '-qq']);
    await runQuietly(apt, ['install', '-y', '-qq', '--no-install-recommends', DEBIAN_PACKAGE]);
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    `No Chrome, Chromium or Edge was found. Install one (on Debian and Ubuntu the package is ${DEBIAN_PACKAGE}), or name its program in the environment variable CHROMIUM.`,
  );
}

/** The first of these commands that a folder of PATH has. */
export function findOnPath(commands: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return commands.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file));
}

async function runQuietly(command: string, args: readonly string[]): Promise<void> {
  const child = spawn(command, args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-3000)));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`${path.basename(command)} ${args.join(' ')} ended with exit code ${code}:\n${said}`);
}
