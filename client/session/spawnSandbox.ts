import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Logger } from '#core/ports.ts';
import type { Child } from './sandboxProcess.ts';

/**
 * Starts the sandbox with the editor's own Node. Its standard input is a pipe that nobody writes to:
 * when this process dies without saying goodbye, the pipe closes and the sandbox ends too.
 */
export function spawnSandbox(script: string, log: Logger): Child {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  createInterface({ input: child.stderr }).on('line', (line) => log.warn(`Sandbox: ${line}`));
  const lines = createInterface({ input: child.stdout });
  return {
    onLine: (listener) => void lines.on('line', listener),
    onExit(listener) {
      child.once('error', (error) => listener(error.message));
      child.once('exit', (code, signal) => listener(signal ? `signal ${signal}` : `exit code ${String(code)}`));
    },
    kill: () => void child.kill(),
  };
}
