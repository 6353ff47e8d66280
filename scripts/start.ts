// Opens the sample workspace with the extension: in the desktop VS Code where there is one, else in a browser.
import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { findDesktop } from './editor-host/desktop.ts';
import { installEditorHost } from './editor-host/install.ts';
import { root } from './editor-host/paths.ts';
import { runServerCommand, type ServerOptions, startServer } from './editor-host/server.ts';
import { writeSettings } from './editor-host/settings.ts';

const samples = path.join(root, 'examples');

await runScript('build.mjs');
const desktop = findDesktop();
process.exitCode = desktop ? await openDesktop(desktop) : await openInBrowser();

async function openDesktop(program: string): Promise<number> {
  console.log('Opening VS Code with the extension and the sample workspace…');
  return exitCode(program, [`--extensionDevelopmentPath=${root}`, '--new-window', '--wait', samples]);
}

/** Serves VS Code on loopback, with the packed extension installed, until it is interrupted. */
async function openInBrowser(): Promise<number> {
  await runScript('package.mjs');
  const folder = path.join(root, 'artifacts', 'start');
  const options: ServerOptions = {
    host: await installEditorHost((message) => console.log(message)),
    scratch: folder,
    userData: path.join(folder, 'data'),
    extensions: path.join(folder, 'extensions'),
    trust: 'every folder is trusted',
  };
  await writeSettings(options.userData);
  const { name, version } = (await import('../package.json', { with: { type: 'json' } })).default;
  const file = path.join(root, 'artifacts', `${name}-${version}.vsix`);
  await runServerCommand(options, ['--install-extension', file, '--force']);

  const server = await startServer(options);
  const address = new URL(server.origin);
  address.searchParams.set('folder', samples);
  console.log(`\nVS Code with the extension and the sample workspace:\n\n  ${address.href}\n`);
  console.log('Only this machine can reach it. Open support.wrapup.yaml, then run "Wrapsmith: Use the Sandbox" (F1).');
  console.log('Ctrl+C ends it.');
  const interrupted = new Promise<undefined>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(undefined));
  });
  const reason = await Promise.race([interrupted, server.ended]);
  await server.stop();
  if (reason === undefined) return 0;
  console.error(`${reason}. Its log is ${path.relative(root, server.logFile)}.`);
  return 1;
}

/** Quiet unless it fails. */
async function runScript(name: string): Promise<void> {
  await promisify(execFile)(process.execPath, [path.join(root, 'scripts', name)], { cwd: root });
}

function exitCode(program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
