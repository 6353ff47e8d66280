/** What takes something away is pushed only where it is named, and only where the whole project agrees. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Bench, bench } from './bench.ts';

const LATER = `kind: WrapUpCatalog
queues:
  Support Voice:
codes:
  - { name: Bench One, state: retired }
  - { name: Bench Two, queues: [Support Voice] }
  - { name: Bench Three, state: deleted }
`;

const write = ({ cwd }: Bench, name: string, text: string): void => writeFileSync(join(cwd, name), text);

interface PlanJson {
  readonly fingerprint: string;
  readonly summary: Readonly<Record<string, number>>;
  readonly changes: readonly Shown[];
  readonly notSelected: readonly Shown[];
  readonly notes: readonly Shown[];
}
interface Shown {
  readonly kind: string;
  readonly name: string;
  readonly why: string;
  readonly pointing?: unknown;
}

async function planJson({ run }: Bench, ...argv: readonly string[]): Promise<PlanJson> {
  const { stdout } = await run(['plan', ...argv, '--format', 'json']);
  return JSON.parse(stdout) as PlanJson;
}
const named = (changes: readonly Shown[]): readonly string[] => changes.map(({ kind, name }) => `${kind} ${name}`);

/** After a first push, with a file that takes some of it back. */
async function later(): Promise<Bench> {
  const world = await bench();
  expect((await world.run(['push', '--yes'])).code).toBe(0);
  write(world, 'a.wrapup.yaml', LATER);
  return world;
}

describe('--allow', () => {
  it('is needed for what takes away: without it that is listed and not sent', async () => {
    const world = await later();
    const before = world.writes().length;
    const shown = await planJson(world);
    expect(shown.changes).toEqual([]);
    expect(named(shown.notSelected)).toEqual(['dissociate Bench One', 'delete Bench Three']);
    expect((await world.run(['plan', '--detailed-exitcode'])).code).toBe(0);
    const push = await world.run(['push', '--yes']);
    expect(push).toMatchObject({ code: 0 });
    expect(push.stdout).toContain('There is nothing to do. 2 changes are not selected.');
    expect(push.stderr).toContain('What is not selected is pushed with --allow dissociate,delete\n');
    expect((await world.run(['push', '--yes', '--quiet'])).stderr).toBe('');
    expect(world.writes()).toHaveLength(before);
  });

  it('sends what it names, under the fingerprint that was reviewed, and then nothing is left', async () => {
    const world = await later();
    const { fingerprint } = await planJson(world);
    const shown = await planJson(world, '--allow', 'dissociate,delete');
    expect(shown.fingerprint).toBe(fingerprint);
    expect(shown.summary).toMatchObject({ dissociate: 1, delete: 1 });
    const push = await world.run([
      'push',
      '--yes',
      '--allow',
      'dissociate',
      '--allow',
      'delete',
      '--expect',
      fingerprint,
    ]);
    expect(push).toMatchObject({ code: 0 });
    expect(world.codes()).toEqual(['Bench One', 'Bench Two']);
    expect(world.onQueue()).toBe(1);
    const again = await world.run(['plan', '--allow', 'dissociate,delete', '--detailed-exitcode']);
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('There is nothing to do') as unknown });
  });

  it('is asked about as it is, and the answer sends no more', async () => {
    const world = await later();
    const ask = async (): Promise<string> => 'yes';
    const push = await world.run(['push', '--allow', 'delete'], { ask });
    expect(push).toMatchObject({ code: 0 });
    expect(push.stderr).toContain('- delete    Bench Three');
    expect(world.codes()).toEqual(['Bench One', 'Bench Two']);
    expect(world.onQueue()).toBe(2);
  });

  it('sets after-call work and outbound mappings where it names them, and takes a mapping back', async () => {
    const world = await bench();
    await world.run(['push', '--yes']);
    const file = (prompt: string, outbound: string): string => `kind: WrapUpCatalog
queues:
  Support Voice: { afterCallWork: { prompt: ${prompt}, timeout: 45s } }
codes:
  - { name: Bench One, outbound: ${outbound} }
`;
    for (const text of [file('MANDATORY_TIMEOUT', '[BUSINESS_SUCCESS]'), file('AGENT_REQUESTED', 'default')]) {
      write(world, 'a.wrapup.yaml', text);
      const shown = await planJson(world);
      expect(shown.changes).toEqual([]);
      expect(named(shown.notSelected)).toEqual(['queueSettings Support Voice', 'outbound Bench One']);
      expect((await world.run(['push', '--yes', '--allow', 'queue-settings,outbound'])).code).toBe(0);
      expect((await planJson(world)).notSelected).toEqual([]);
    }
  });

  it('refuses a word that it does not know', async () => {
    const world = await bench();
    for (const command of ['plan', 'push']) {
      const { code, stderr } = await world.run([command, '--allow', 'delete,everything']);
      expect(code).toBe(3);
      expect(stderr).toContain('"everything" is none of dissociate, delete, queue-settings, outbound.');
    }
    expect(world.sandbox.log).toEqual([]);
  });
});

describe('the project around the catalogs of a plan', () => {
  const EXACT = `kind: WrapUpCatalog
queues:
  Support Voice: { membership: exact }
codes:
  - { name: Bench One, queues: [Support Voice] }
`;
  const OTHER = `kind: WrapUpCatalog
codes:
  - { name: Bench Two, queues: [Support Voice] }
`;
  const leaving = async (world: Bench): Promise<readonly string[]> => {
    const { notSelected } = await planJson(world, 'a.wrapup.yaml');
    return notSelected.filter(({ kind }) => kind === 'dissociate').map(({ name }) => name);
  };

  it('keeps on an exact queue what another catalog lists there', async () => {
    const world = await bench();
    await world.run(['push', '--yes']);
    write(world, 'a.wrapup.yaml', EXACT);
    write(world, 'genesys.yaml', 'kind: GenesysProject\n');
    expect(await leaving(world)).toContain('Bench Two');
    write(world, 'b.wrapup.yaml', OTHER);
    expect(await leaving(world)).not.toContain('Bench Two');
  });

  it('takes nothing off while another catalog cannot be read, and says which', async () => {
    const world = await bench();
    write(world, 'a.wrapup.yaml', EXACT);
    write(world, 'genesys.yaml', 'kind: GenesysProject\n');
    expect((await leaving(world)).length).toBeGreaterThan(0);
    write(world, 'b.wrapup.yaml', 'kind: WrapUpCatalog\ncodes:\n  - { nmae: Bench Two }\n');
    expect(await leaving(world)).toEqual([]);
    const { notes } = await planJson(world, 'a.wrapup.yaml');
    expect(notes).toMatchObject([{ kind: 'unreadable', why: expect.stringContaining('b.wrapup.yaml') as unknown }]);
  });

  it('says which queries and survey rules name a code that is to be deleted', async () => {
    const world = await later();
    write(world, 'genesys.yaml', 'kind: GenesysProject\n');
    write(world, 'q.query.yaml', 'kind: ConversationDetails\ninterval: today\nwhere: { wrapUpCode: Bench Three }\n');
    write(
      world,
      's.survey.yaml',
      'kind: SurveyRules\nfields: { nps: { type: integer } }\nrules: [{ when: { nps: 1 }, assign: Bench Three }]\n',
    );
    const { notSelected } = await planJson(world);
    expect(notSelected.find(({ kind }) => kind === 'delete')?.pointing).toEqual({
      queues: [],
      rules: [{ path: 's.survey.yaml', what: 'rule 1' }],
      queries: [{ path: 'q.query.yaml', what: 'query 1' }],
    });
  });
});
