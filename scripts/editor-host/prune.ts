import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Built-in extensions that are large, start by themselves, or would open views beside ours. The workbench has a list
 * of those that also run in a page, such as emmet and npm; they stay, or each window would complain that they are gone.
 */
const EXTENSIONS = [
  'copilot',
  'debug-auto-launch',
  'debug-server-ready',
  'git',
  'github',
  'grunt',
  'gulp',
  'jake',
  'mermaid-markdown-features',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'ms-vscode.vscode-js-profile-table',
  'php-language-features',
  'terminal-suggest',
  'tunnel-forwarding',
];

/** Deletes what neither the tests nor a demonstration use: about a third of what npm installs. */
export async function prune(folder: string, workbench: string): Promise<void> {
  for (const name of EXTENSIONS) await remove(path.join(workbench, 'extensions', name));
  const search = path.join(folder, 'node_modules/@vscode/ripgrep-universal/bin');
  for (const platform of await readdir(search)) {
    if (platform !== `${process.platform}-${process.arch}`) await remove(path.join(search, platform));
  }
}

const remove = (target: string) => rm(target, { recursive: true, force: true });
