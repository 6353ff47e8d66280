/** `wrapsmith undo`: shown first, done with --yes, and never more than the push has done. */
import { describe, expect, it } from 'vitest';
import { appliesIn, bench } from './bench.ts';

const BENCH = ['Bench One', 'Bench Three', 'Bench Two'];

describe('wrapsmith undo', () => {
  it('shows how the only push is taken back, and sends nothing', async () => {
    const world = await bench();
    await world.run(['push', '--yes']);
    const sent = world.writes().length;
    const shown = await world.run(['undo']);
    expect(shown).toMatchObject({ code: 0, stdout: '' });
    expect(shown.stderr).toMatch(/- delete {4}Bench One/);
    expect(shown.stderr).toContain('Nothing was taken back: this is only how it would be done. Give --yes to do it.');
    expect(world.writes()).toHaveLength(sent);
  });

  it('does it with --yes, and says that the files still ask for it', async () => {
    const world = await bench();
    await world.run(['push', '--yes']);
    expect([world.codes(), world.onQueue()]).toEqual([BENCH, 2]);
    const done = await world.run(['undo', '--yes']);
    expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining('5 done') as unknown });
    expect(done.stderr).toContain('The files still ask for what was taken back');
    expect([world.codes(), world.onQueue()]).toEqual([[], 0]);
    expect((await world.run(['plan', '--detailed-exitcode'])).code).toBe(2);
  });

  it('lists the pushes where there are several, the newest first, and takes back the one that is named', async () => {
    const world = await bench();
    await world.run(['push', '--yes']);
    await world.run(['undo', '--yes']);
    const listed = await world.run(['undo']);
    expect(listed.code).toBe(0);
    expect(listed.stdout).toMatch(/^.* undo to Sandbox: 5 done\n.* push to Sandbox: 5 done\nName one/);
    expect((await world.run(['undo', '--yes'])).stderr).toContain('Say which one is to be taken back.');
    const [undo = '', push = ''] = appliesIn(listed.stdout);
    const nothing = await world.run(['undo', push, '--yes']);
    expect(nothing).toMatchObject({ code: 0, stdout: expect.stringContaining('There is nothing to do') as unknown });
    expect((await world.run(['undo', undo, '--yes'])).code).toBe(0);
    expect([world.codes(), world.onQueue()]).toEqual([BENCH, 2]);
  });

  it('leaves what somebody changed since, with a reason and an exit code', async () => {
    const world = await bench();
    await world.run(['push', '--yes']);
    const code = [...world.sandbox.org.codes.values()].find(({ name }) => name === 'Bench Three');
    if (code === undefined) throw new Error('It was not pushed.');
    world.sandbox.org.codes.set(code.id, { ...code, description: 'mine' });
    const { code: exit, stdout } = await world.run(['undo', '--yes']);
    expect(exit).toBe(1);
    expect(stdout).toContain('Somebody has changed the code "Bench Three" since, or it is gone. It is left as it is.');
    expect(world.codes()).toEqual(['Bench Three']);
  });

  it('does only what was reviewed', async () => {
    const world = await bench();
    await world.run(['push', '--yes']);
    const shown = await world.run(['undo']);
    const fingerprint = /Fingerprint: (\w+)/.exec(shown.stderr)?.[1] ?? '';
    const refused = await world.run(['undo', '--yes', '--expect', 'another']);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(`its fingerprint is now ${fingerprint}. Nothing was taken back`);
    expect(world.codes()).toEqual(BENCH);
    expect((await world.run(['undo', '--yes', '--expect', fingerprint])).code).toBe(0);
    expect(world.codes()).toEqual([]);
  });

  it('asks a person, who has seen it', async () => {
    const world = await bench();
    await world.run(['push', '--yes']);
    const asked: string[] = [];
    const answering = (answer: string) => ({
      ask: async (question: string) => {
        asked.push(question);
        return answer;
      },
    });
    expect((await world.run(['undo'], answering('no'))).code).toBe(1);
    expect(asked).toEqual([expect.stringMatching(/^Take this back in .*\(Sandbox\)\? Type yes to go on: $/)]);
    expect(world.codes()).toEqual(BENCH);
    expect((await world.run(['undo'], answering('yes'))).code).toBe(0);
    expect(world.codes()).toEqual([]);
  });

  it('knows only pushes of this machine to this org', async () => {
    const world = await bench();
    expect(await world.run(['undo'])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('This machine knows no push to') as unknown,
    });
    await world.run(['push', '--yes']);
    expect((await world.run(['undo', '20200101-000000-000000'])).stderr).toContain('This machine knows no push "2020');
  });
});
