import { spawn } from 'node:child_process';

/** What `npm test` tells its children about its own package; a second npm in another folder must not believe it. */
const FOREIGN =
  /^npm_(package|lifecycle)_|^npm_config_(local_prefix|omit|include|ignore_scripts)$|^NODE_ENV$|^INIT_CWD$/i;

/**
 * Runs `npm ci` without install scripts: nothing is compiled, no compiler is needed.
 * @throws an error with npm's last lines when it fails
 */
export async function npmCi(folder: string): Promise<void> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name)));
  const options = ['--ignore-scripts', '--include=optional', '--no-audit', '--no-fund', '--engine-strict=false'];
  const npm = spawn('npm', ['ci', ...options, '--loglevel=error'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let said = '';
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4000)));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    npm.on('error', reject);
    npm.on('close', resolve);
  });
  if (code !== 0) throw new Error(`npm ci of the editor host ended with exit code ${code}:\n${said}`);
}
