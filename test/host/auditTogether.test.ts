/** Real processes that write to one trail at once, one of which is killed again and again. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { readLine } from '#core/audit/chain.ts';
import { verify } from '#core/audit/verify.ts';
import { fileAuditLog } from '#host/auditFile.ts';
import { readTrail } from '#host/auditReader.ts';
import { systemClock } from '#host/clock.ts';
import { tempFolder } from '../support/tempFolder.ts';

const KILLER = pathToFileURL(join(import.meta.dirname, 'killAtRename.ts')).href;
const PROGRAM = join(import.meta.dirname, 'auditProcess.ts');

/** Runs to its end, or until it has said `until` entries; gives what it said it had written. */
async function writer(folder: string, name: string, many: number, until = Infinity): Promise<readonly string[]> {
  const child = spawn(process.execPath, [PROGRAM, folder, name, String(many)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exited = once(child, 'exit');
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (said.length === until) child.kill('SIGKILL');
  }
  const [code] = (await exited) as [number | null];
  expect(code).toBe(until === Infinity ? 0 : null);
  return said;
}

async function trail(folder: string) {
  const { lines, head } = await readTrail(folder, 'org-1', systemClock);
  return { changes: lines.map((line) => readLine(line)?.change ?? ''), findings: verify(lines, head).findings };
}

it('three processes make one chain, with each entry once', { timeout: 60_000 }, async () => {
  const folder = tempFolder();
  const said = await Promise.all(['one', 'two', 'three'].map((name) => writer(folder, name, 25)));
  const { changes, findings } = await trail(folder);
  expect(findings).toEqual([]);
  expect([...changes].sort()).toEqual(said.flat().sort());
  expect(changes).toHaveLength(75);
});

it.each(['before', 'after'])(
  'a crash right %s the head file is written leaves a trail that the next one finds or makes whole',
  { timeout: 60_000 },
  async (when) => {
    for (const at of [1, 4]) {
      const folder = tempFolder();
      const env = { ...process.env, KILL_AT: String(at), KILL: when };
      const child = spawn(process.execPath, ['--import', KILLER, PROGRAM, folder, 'one', '9'], {
        env,
        stdio: 'ignore',
      });
      onTestFinished(() => void child.kill('SIGKILL'));
      expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
      const log = fileAuditLog({ folder, orgId: 'org-1', clock: systemClock, onNote: () => undefined });
      await log.heal();
      const { changes, findings } = await trail(folder);
      expect(findings).toEqual([]);
      const written = when === 'before' ? at - 1 : at;
      expect(changes).toEqual(Array.from({ length: written }, (_, index) => `one ${index}`));
    }
  },
);

it('a process that is killed while others write takes no entry with it and breaks no chain', {
  timeout: 60_000,
}, async () => {
  const folder = tempFolder();
  const killed = async (): Promise<readonly string[]> => {
    const said: string[] = [];
    for (const until of [1, 2, 5, 9]) said.push(...(await writer(folder, `killed ${until}`, 1000, until)));
    return said;
  };
  const [short, long] = await Promise.all([killed(), writer(folder, 'long', 40)]);
  // Whatever the last one left half-done, the next entry puts right.
  const log = fileAuditLog({ folder, orgId: 'org-1', clock: systemClock, onNote: () => undefined });
  await log.heal();
  const { changes, findings } = await trail(folder);
  expect(findings).toEqual([]);
  expect(new Set(changes).size).toBe(changes.length);
  expect(changes).toEqual(expect.arrayContaining([...short, ...long]));
});
