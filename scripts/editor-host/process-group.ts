import type { ChildProcess } from 'node:child_process';

/** Groups that still run; ended when this process ends, however it ends. */
const running = new Set<number>();
process.on('exit', endAllGroups);

/** Ends every group that is still running, at once. */
export function endAllGroups(): void {
  for (const pid of running) signal(pid, 'SIGKILL');
  running.clear();
}

/**
 * Takes charge of a child that was started with `detached: true`, so that it leads a process group of its own:
 * its own children end with it, and nothing else does.
 * @returns ends the group and waits until it is gone, politely first
 */
export function ownGroup(child: ChildProcess): () => Promise<void> {
  const { pid } = child;
  if (pid === undefined) return async () => {};
  running.add(pid);
  return async () => {
    signal(pid, 'SIGTERM');
    if (!(await isGone(pid, 3000))) signal(pid, 'SIGKILL');
    await isGone(pid, 3000);
    running.delete(pid);
  };
}

/** False when the group is gone. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-pid, name);
  } catch {
    return false;
  }
}

async function isGone(pid: number, withinMs: number): Promise<boolean> {
  for (const end = Date.now() + withinMs; Date.now() < end; ) {
    if (!signal(pid, 0)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return !signal(pid, 0);
}
