/** One apply at a time on an org, over all processes of this machine. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LockAnswer, LockHolder } from '#core/ports.ts';
import { fileOrgLock } from '#host/orgLock.ts';
import { processStart } from '#host/processStart.ts';
import { safeName } from '#host/safeName.ts';
import { tempFolder } from '../support/tempFolder.ts';

const HOLDER: LockHolder = { who: 'the command line', apply: 'a1', since: 1000 };
const foldersOf = (folder: string): string => join(folder, 'lock', safeName('org-1'));

/** A process that takes the lock when it is told to, says what came of it, and releases it when it is told to. */
const SCRIPT = `
import { createInterface } from 'node:readline';
import { fileOrgLock } from './host/orgLock.ts';
const lock = fileOrgLock(process.argv[1]);
let answer;
console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'take') {
    answer = await lock.take('org-1', { who: 'a window', apply: String(process.pid), since: 5 });
    console.log(JSON.stringify(answer));
  } else if (line === 'release') {
    await answer.release();
    console.log('released');
  } else process.exit(0);
}
`;

interface Other {
  readonly child: ChildProcessWithoutNullStreams;
  /** Gives the process a line and waits for its answer. */
  ask(line: string): Promise<string>;
}

async function other(folder: string): Promise<Other> {
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', SCRIPT, folder]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => String((await lines.next()).value);
  expect(await next()).toBe('ready');
  return {
    child,
    async ask(line) {
      child.stdin.write(`${line}\n`);
      return next();
    },
  };
}

const isTaken = (answer: string): boolean => (JSON.parse(answer) as LockAnswer).taken;

async function killed({ child }: Other): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'close');
}

describe('the lock of an org', () => {
  it('is had by one at a time, and the next one is told by whom and since when', async () => {
    const lock = fileOrgLock(tempFolder());
    const first = await lock.take('org-1', HOLDER);
    expect(first.taken).toBe(true);
    expect(await lock.take('org-1', { ...HOLDER, apply: 'a2' })).toEqual({
      taken: false,
      by: { who: `the command line (process ${process.pid})`, apply: 'a1', since: 1000 },
    });
    expect((await lock.take('org-2', HOLDER)).taken).toBe(true);
    if (first.taken) await first.release();
    expect((await lock.take('org-1', HOLDER)).taken).toBe(true);
  });

  it('is had by one process at a time', async () => {
    const folder = tempFolder();
    const [one, two] = await Promise.all([other(folder), other(folder)]);
    expect(isTaken(await one.ask('take'))).toBe(true);
    expect(JSON.parse(await two.ask('take'))).toEqual({
      taken: false,
      by: { who: `a window (process ${one.child.pid})`, apply: String(one.child.pid), since: 5 },
    });
    await one.ask('release');
    expect(isTaken(await two.ask('take'))).toBe(true);
  });

  it('is free again when its holder is killed', async () => {
    const folder = tempFolder();
    const dead = await other(folder);
    await dead.ask('take');
    expect((await fileOrgLock(folder).take('org-1', HOLDER)).taken).toBe(false);
    await killed(dead);
    expect((await fileOrgLock(folder).take('org-1', HOLDER)).taken).toBe(true);
  });

  it('is released by a holder that ends without a word', async () => {
    const folder = tempFolder();
    const one = await other(folder);
    await one.ask('take');
    one.child.stdin.write('end\n');
    await once(one.child, 'close');
    const [turn] = readdirSync(foldersOf(folder));
    expect(JSON.parse(readFileSync(join(foldersOf(folder), turn ?? ''), 'utf8'))).toMatchObject({ released: true });
  });

  it('of a holder that is gone goes to one of all who want it', async () => {
    const folder = tempFolder();
    const others = await Promise.all(Array.from({ length: 4 }, () => other(folder)));
    for (let round = 0; round < 5; round++) {
      const dead = await other(folder);
      await dead.ask('take');
      await killed(dead);
      const answers = await Promise.all(others.map((one) => one.ask('take')));
      expect(answers.filter(isTaken)).toHaveLength(1);
      await others[answers.findIndex(isTaken)]?.ask('release');
    }
    expect(readdirSync(foldersOf(folder)).length).toBeLessThan(6);
  });

  it('is not had by a process that has only the id of its holder', async () => {
    const folder = tempFolder();
    await fileOrgLock(folder).take('org-1', HOLDER);
    const path = join(foldersOf(folder), '1.json');
    const turn = JSON.parse(readFileSync(path, 'utf8')) as object;
    expect(turn).toHaveProperty('started', processStart(process.pid));
    writeFileSync(path, JSON.stringify({ ...turn, started: 'some other boot 1' }));
    const next = await fileOrgLock(folder).take('org-1', HOLDER);
    expect(next.taken).toBe(processStart(process.pid) !== undefined);
  });

  it('is had by one at a time on a disk without links, too', async () => {
    const lock = fileOrgLock(tempFolder(), () => {
      throw Object.assign(new Error('no links here'), { code: 'EPERM' });
    });
    const first = await lock.take('org-1', HOLDER);
    expect([first.taken, (await lock.take('org-1', HOLDER)).taken]).toEqual([true, false]);
    if (first.taken) await first.release();
    expect((await lock.take('org-1', HOLDER)).taken).toBe(true);
  });

  it('that cannot be read is nobody’s guess', async () => {
    const folder = tempFolder();
    await fileOrgLock(folder).take('org-1', HOLDER);
    const path = join(foldersOf(folder), '1.json');
    writeFileSync(path, '{}');
    await expect(fileOrgLock(folder).take('org-1', HOLDER)).rejects.toThrow(`The lock ${path} cannot be read.`);
  });
});
