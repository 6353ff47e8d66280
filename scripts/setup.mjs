// Installs what the project needs, then runs the named script under the project's own Node.
//   node scripts/setup.mjs demo [arguments]   →  npm ci (if needed), then scripts/demo.mjs
// Must run on Node 20 with built-in modules only. It starts the script itself, in a new process,
// because the shell that runs an npm script goes on using the Node it found first.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { capture, node, root, run } from './lib/process.mjs';

const stamp = path.join(root, 'node_modules', '.wrapsmith-setup');
const lockfile = readFileSync(path.join(root, 'package-lock.json'));
const wanted = createHash('sha256').update(lockfile).digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.error('Installing dependencies (first run or changed lockfile)…');
  // --include=dev: an environment with NODE_ENV=production would leave out every tool.
  const code = await run('npm', ['ci', '--include=dev', '--loglevel=error'], { stdio: ['ignore', 2, 2] });
  if (code !== 0) fail(`npm ci ended with exit code ${code}.`);
  const { stdout } = await capture(node, ['--version']).catch(() => ({ stdout: '' }));
  const [major = 0, minor = 0] = stdout.replace('v', '').split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 12)) {
    fail(
      `The tools need Node 22.12 or newer and found ${stdout.trim() || 'none'}. Allow install scripts (npm config get ignore-scripts) and remove node_modules.`,
    );
  }
  writeFileSync(stamp, wanted);
}

const [script, ...rest] = process.argv.slice(2);
if (script) process.exitCode = await run(node, [path.join('scripts', `${script}.mjs`), ...rest]);

function fail(message) {
  console.error(message);
  process.exit(1);
}
