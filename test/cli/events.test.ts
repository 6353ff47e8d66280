/** Events of a push, and what becomes of those that cannot be delivered: against the real sandbox, in this process. */
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ChangeEvent, OutboxItem, PostAnswer, PostRequest } from '#core/events/model.ts';
import { startSandbox } from '#sandbox/server.ts';
import { isSigned, SECRET } from '../events/support.ts';
import { type CliRun, cli } from '../support/cli.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { filesUnder } from './processes.ts';

const URL = 'https://bi.example.com/genesys?key=1';
const PROJECT = `kind: GenesysProject
environments:
  Sandbox:
    region: mypurecloud.ie
    events:
      - { url: "${URL}" }
      - { url: "https://audit.example.com/", on: [deleted] }
`;
const CATALOG = `kind: WrapUpCatalog
queues:
  Support Voice:
codes:
  - { name: Event One, code: event_one, division: "*", queues: [Support Voice] }
  - { name: Event Two, division: "*" }
`;

async function bench() {
  const clock = fakeClock();
  const sandbox = await startSandbox({ clock });
  onTestFinished(() => sandbox.close());
  const cwd = tempFolder({ 'genesys.yaml': PROJECT, 'a.wrapup.yaml': CATALOG });
  const state = join(cwd, '.state');
  const posts: PostRequest[] = [];
  let answer: PostAnswer = { answered: true, status: 200 };
  let secret: string | undefined = SECRET;
  const run = (...argv: readonly string[]): Promise<CliRun> =>
    cli(argv, {
      cwd,
      clock,
      stateFolder: state,
      env: {
        GENESYSCLOUD_OAUTHCLIENT_ID: sandbox.clientId,
        GENESYSCLOUD_OAUTHCLIENT_SECRET: sandbox.clientSecret,
        WRAPSMITH_EVENTS_SECRET: secret,
      },
      async postEvent(request) {
        posts.push(request);
        return answer;
      },
    });
  return {
    clock,
    state,
    clientSecret: sandbox.clientSecret,
    posts,
    told: () => posts.map(({ body }) => JSON.parse(body) as ChangeEvent),
    answerWith: (next: PostAnswer) => void (answer = next),
    signWith: (next: string | undefined) => void (secret = next),
    run,
    push: () => run('push', '--yes', '--sandbox', sandbox.url),
    waiting: async () => JSON.parse((await run('events', 'list', '--format', 'json')).stdout) as readonly OutboxItem[],
  };
}

const BROKEN: PostAnswer = { answered: true, status: 503 };

describe('a push', () => {
  it('tells of each change, signed and once', async () => {
    const { push, posts, told, waiting } = await bench();
    const { code, stdout, stderr } = await push();
    expect({ code, stdout, stderr }).toMatchObject({ code: 0, stdout: expect.stringContaining('3 done') as unknown });
    expect(stderr).toContain('3 events delivered.');
    expect(posts.every((post) => isSigned(post) && post.url === URL)).toBe(true);
    expect(
      told()
        .map(({ type, subject }) => `${subject} ${type}`)
        .sort(),
    ).toEqual([
      'Event Two wrapsmith.wrapupcode.created',
      'event_one wrapsmith.wrapupcode.created',
      'event_one wrapsmith.wrapupcode.updated',
    ]);
    expect(await waiting()).toEqual([]);
    expect((await push()).stdout).toContain('There is nothing to do');
    expect(posts).toHaveLength(3);
  });

  it('ends as it would where nobody can be told, says so, and the next one tries again', async () => {
    const { push, posts, answerWith, waiting, clock } = await bench();
    answerWith(BROKEN);
    const { code, stderr } = await push();
    expect(code).toBe(0);
    expect(stderr).toContain(
      'The event about "Event Two" did not reach https://bi.example.com/genesys: It answered 503.',
    );
    expect(stderr).toContain('3 events left to deliver');
    expect(stderr).not.toContain('key=1');
    expect(await waiting()).toHaveLength(3);
    answerWith({ answered: true, status: 200 });
    await clock.advance(10_000);
    expect((await push()).stderr).toContain('3 events delivered.');
    expect(posts).toHaveLength(5);
  });

  it('leaves neither the secret nor a credential behind, whatever the receiver answers', async () => {
    const { push, posts, answerWith, run, state, clientSecret } = await bench();
    answerWith({ answered: true, status: 401 });
    const runs = [await push(), await run('events', 'list', '--format', 'json'), await run('events', 'send')];
    const left = [...runs.map((one) => JSON.stringify(one)), ...filesUnder(state).map(({ text }) => text)].join('\n');
    expect(left).toContain('event_one');
    const sent = JSON.stringify(posts);
    expect(sent).toContain('webhook-signature');
    for (const secret of [SECRET.slice(6), clientSecret]) {
      expect(left).not.toContain(secret);
      expect(sent).not.toContain(secret);
    }
    expect(sent).not.toMatch(/authorization|bearer/i);
  });

  it('keeps its events where there is no secret to sign them with', async () => {
    const { push, posts, signWith, waiting, run } = await bench();
    signWith(undefined);
    const { code, stderr } = await push();
    expect(code).toBe(0);
    expect(stderr).toContain('no secret to sign with, so nothing was sent. Set WRAPSMITH_EVENTS_SECRET.');
    expect([posts.length, (await waiting()).length]).toEqual([0, 3]);
    signWith(SECRET);
    expect(await run('events', 'send')).toMatchObject({ code: 0, stderr: '3 events delivered.\n' });
  });
});

describe('events', () => {
  it('are listed with what waits for what', async () => {
    const { push, answerWith, run } = await bench();
    expect(await run('events', 'list')).toEqual({ code: 0, stdout: '', stderr: 'No event waits.\n' });
    answerWith(BROKEN);
    await push();
    const { stdout } = await run('events', 'list');
    expect(stdout.split('\n')[0]).toMatch(/^State +Attempts +Not before +About +Event +Address +Last answer +Key$/);
    expect(stdout).toMatch(
      /^waiting +1 +2026-11-20 12:00:0\S+ +event_one +wrapsmith\.wrapupcode\.created .*It answered 503\./m,
    );
    expect(stdout).toMatch(/^held back +0 .*event_one +wrapsmith\.wrapupcode\.updated/m);
    expect(stdout).not.toContain('key=1');
  });

  it('are tried for as long as one waits, become dead letters, and are sent again on request', async () => {
    const { push, answerWith, run, waiting, posts } = await bench();
    answerWith(BROKEN);
    await push();
    const tried = await run('events', 'send', '--wait', '999999');
    expect(tried.code).toBe(1);
    expect(tried.stderr).toContain('2 dead letters: see "wrapsmith events list".');
    expect((await waiting()).filter(({ dead }) => dead)).toHaveLength(2);
    answerWith({ answered: true, status: 200 });
    const before = posts.length;
    // Its code has a dead letter before it.
    expect((await run('events', 'send')).code).toBe(1);
    expect(posts).toHaveLength(before);
    expect(await run('events', 'send', '--dead')).toMatchObject({ code: 0, stderr: '3 events delivered.\n' });
    expect(await waiting()).toEqual([]);
  });

  it('are dropped by key, or where they are dead', async () => {
    const { push, answerWith, run, waiting } = await bench();
    answerWith({ answered: true, status: 410 });
    await push();
    const [first] = await waiting();
    expect((await run('events', 'drop')).code).toBe(3);
    expect(await run('events', 'drop', 'nothing')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('No event with the key "nothing" waits') as unknown,
    });
    expect(await run('events', 'drop', first?.key ?? '')).toMatchObject({ code: 0, stderr: '1 event dropped.\n' });
    expect((await run('events', 'drop', '--dead', '--quiet')).stderr).toBe('');
    expect((await waiting()).map(({ dead }) => dead)).toEqual([false]);
  });
});
