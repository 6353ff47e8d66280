/** A push that was cut off is told, looked up and finished; one at a time changes an org. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FaultHook } from '#sandbox/faults.ts';
import { fileOrgLock } from '#host/orgLock.ts';
import { bench, type Bench, CATALOG, cutJournal, journals } from './bench.ts';

const BENCH = ['Bench One', 'Bench Three', 'Bench Two'];
/** begin, then intent and outcome of the first create, then the intent of the second. */
const IN_THE_SECOND_CREATE = 4;

/** A push of which the org has the first create and perhaps the second, and no more. */
async function cutOff(): Promise<Bench> {
  let creates = 0;
  const fault: FaultHook = ({ method, path }) =>
    method === 'POST' && path.endsWith('/wrapupcodes') && ++creates > 1 && creates < 100
      ? { kind: 'answer', when: 'before', status: 403 }
      : undefined;
  const world = await bench({ fault });
  await world.run(['push', '--yes']);
  creates = 100;
  cutJournal(journals(world)[0] ?? '', IN_THE_SECOND_CREATE);
  return world;
}

describe('a push that was cut off', () => {
  it('is told before anything else, with what to do and an exit code', async () => {
    const world = await cutOff();
    const sent = world.writes().length;
    const next = await world.run(['push', '--yes']);
    expect(next).toMatchObject({ code: 1, stdout: '' });
    expect(next.stderr).toMatch(
      /error: The push \S+ to .* \(Sandbox\), begun at \S+ \S+ UTC, was cut off: 0 of its 5 changes are known to be done, 2 may or may not be done, 3 were never sent\. Nothing was pushed now\. Give --resume/,
    );
    expect(world.writes()).toHaveLength(sent);
  });

  it('is looked up and finished with --resume, and nothing is sent twice', async () => {
    const world = await cutOff();
    const sent = world.writes().length;
    const resumed = await world.run(['push', '--yes', '--resume']);
    expect(resumed.stderr).toMatch(/What became of the push \S+: 1 done, 1 failed, 3 not attempted\./);
    expect(resumed).toMatchObject({ code: 0, stdout: expect.stringContaining('4 done') as unknown });
    // Two creates and one call for the queue.
    expect(world.writes().length - sent).toBe(3);
    expect([world.codes(), world.onQueue()]).toEqual([BENCH, 2]);
    expect(await world.run(['push', '--yes', '--resume'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('There is nothing to do') as unknown,
    });
  });

  it('is offered to a person', async () => {
    const world = await cutOff();
    const answering = (answers: string[]) => ({ ask: async () => answers.shift() ?? '' });
    expect((await world.run(['push'], answering(['no']))).code).toBe(1);
    expect(world.codes()).toEqual(['Bench One']);
    expect((await world.run(['push'], answering(['yes', 'yes']))).code).toBe(0);
    expect(world.codes()).toEqual(BENCH);
  });

  it('is not finished where the files say something else now: the new plan is shown', async () => {
    const world = await cutOff();
    const sent = world.writes().length;
    writeFileSync(join(world.cwd, 'a.wrapup.yaml'), CATALOG.replace('Bench Two', 'Bench Second'));
    const moved = await world.run(['push', '--yes', '--resume']);
    expect(moved).toMatchObject({ code: 1, stdout: '' });
    expect(moved.stderr).toContain('The files do not ask for the change "create" of "Bench Two" any more.');
    expect(moved.stderr).toMatch(/\+ create {4}Bench Second/);
    expect(world.writes()).toHaveLength(sent);
    expect((await world.run(['push', '--yes'])).code).toBe(0);
  });

  it('is looked up by an undo too, which takes back what it has done', async () => {
    const world = await cutOff();
    const undone = await world.run(['undo', '--yes']);
    expect(undone).toMatchObject({ code: 0, stdout: expect.stringContaining('1 done') as unknown });
    expect(world.codes()).toEqual([]);
  });

  it('is finished under the fingerprint that was reviewed, and under no other', async () => {
    const world = await cutOff();
    const [begin = ''] = readFileSync(journals(world)[0] ?? '', 'utf8').split('\n');
    const { detail } = JSON.parse(begin) as { readonly detail: { readonly fingerprint: string } };
    const other = await world.run(['push', '--yes', '--resume', '--expect', 'another']);
    expect(other.stderr).toContain('The files or the org changed since the plan was reviewed.');
    expect(world.codes()).toEqual(['Bench One']);
    expect((await world.run(['push', '--yes', '--resume', '--expect', detail.fingerprint])).code).toBe(0);
    expect(world.codes()).toEqual(BENCH);
  });

  it('has nothing left where all of it was done, under the same fingerprint', async () => {
    const world = await bench();
    await world.run(['push', '--yes']);
    const [path = ''] = journals(world);
    const [begin = ''] = readFileSync(path, 'utf8').split('\n');
    const { detail } = JSON.parse(begin) as { readonly detail: { readonly fingerprint: string } };
    cutJournal(path, IN_THE_SECOND_CREATE);
    const sent = world.writes().length;
    const resumed = await world.run(['push', '--yes', '--resume', '--expect', detail.fingerprint]);
    expect(resumed).toMatchObject({ code: 0, stdout: expect.stringContaining('There is nothing to do') as unknown });
    expect(world.writes()).toHaveLength(sent);
  });
});

describe('a push that came to its end with failures', () => {
  async function failed() {
    const refused: FaultHook = ({ method, path }) =>
      method === 'POST' && path.includes('/queues/') ? { kind: 'answer', when: 'before', status: 409 } : undefined;
    let hook: FaultHook = refused;
    const world = await bench({ fault: (request) => hook(request) });
    expect((await world.run(['push', '--yes'])).code).toBe(1);
    hook = () => undefined;
    return world;
  }

  it('is finished with --resume, and nothing else is sent', async () => {
    const world = await failed();
    const later = 'kind: WrapUpCatalog\ncodes:\n  - { name: Bench Later, division: "*" }\n';
    writeFileSync(join(world.cwd, 'b.wrapup.yaml'), later);
    const retried = await world.run(['push', '--yes', '--resume']);
    expect(retried).toMatchObject({ code: 0, stdout: expect.stringContaining('2 done') as unknown });
    expect([world.codes(), world.onQueue()]).toEqual([BENCH, 2]);
    // What is left then is pushed as ever.
    expect((await world.run(['push', '--yes', '--resume'])).code).toBe(0);
    expect(world.codes()).toContain('Bench Later');
  });

  it('does not stand in the way of files that say something else now', async () => {
    const world = await failed();
    writeFileSync(join(world.cwd, 'a.wrapup.yaml'), CATALOG.replace('Bench Two', 'Bench Second'));
    expect(await world.run(['push', '--yes', '--resume'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('3 done') as unknown,
    });
    expect(world.codes()).toEqual(['Bench One', 'Bench Second', 'Bench Three', 'Bench Two']);
  });
});

describe('while somebody else changes the org', () => {
  it('push and undo are refused with who it is, since when, and what to do', async () => {
    const world = await bench();
    await world.run(['push', '--yes']);
    const since = Date.UTC(2026, 10, 20, 11, 59);
    const holder = { who: 'a window of the editor', apply: '20261120-115900-abcdef', since };
    const answer = await fileOrgLock(world.stateFolder).take(world.sandbox.org.id, holder);
    writeFileSync(join(world.cwd, 'a.wrapup.yaml'), CATALOG.replace('first', 'second'));
    for (const command of ['push', 'undo']) {
      const refused = await world.run([command, '--yes']);
      expect(refused).toMatchObject({ code: 1, stdout: '' });
      expect(refused.stderr).toMatch(
        /error: A window of the editor \(process \d+\) has been changing .* since 2026-11-20 11:59:00 UTC \(20261120-115900-abcdef\)\. Only one push at a time changes an org, so nothing was sent\. Wait until it has ended, or stop it there, then try again\./,
      );
    }
    if (answer.taken) await answer.release();
    expect((await world.run(['push', '--yes'])).code).toBe(0);
  });
});
