import { execFile } from 'node:child_process';
import { root } from '../../../scripts/editor-host/paths.ts';

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script of the project under this Node; `cwd` is the project's folder unless named. */
export async function runNode(args: readonly string[], cwd = root): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...args], { cwd, maxBuffer: 64e6 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, stdout, stderr });
    });
  });
}

/** The same, where anything but success ends the run. */
export async function mustRunNode(args: readonly string[], cwd = root): Promise<string> {
  const { code, stdout, stderr } = await runNode(args, cwd);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with exit code ${code}:\n${stdout}${stderr}`);
  return stdout;
}
