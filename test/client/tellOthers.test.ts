import { describe, expect, it, onTestFinished } from 'vitest';
import { tellOthers } from '#client/deploy/tellOthers.ts';
import type { ReadFiles } from '#client/workspace/projectFiles.ts';
import type { PostRequest } from '#core/events/model.ts';
import { fileAuditLog } from '#host/auditFile.ts';
import { folderOutbox } from '#host/outboxFolder.ts';
import { entry } from '../audit/entries.ts';
import { catalog } from '../deploy/support.ts';
import { isSigned, SECRET, URL_A } from '../events/support.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { waitFor } from '../support/waitFor.ts';

const FILES: ReadFiles = {
  catalogs: [catalog([{ name: 'Escalation', code: 'tech-escalation' }])],
  project: {
    kind: 'GenesysProject',
    environments: { dev: { region: 'mypurecloud.ie', events: [{ url: URL_A }] } },
  },
};
const PLAN = { org: { id: 'org-1', name: 'Acme' }, environment: 'dev' };

function bench(first: string | undefined) {
  const folder = tempFolder();
  const clock = fakeClock();
  const posts: PostRequest[] = [];
  const asked: string[] = [];
  const log: string[] = [];
  let secret = first;
  const others = tellOthers({
    folder,
    clock,
    logger: { info: (line) => void log.push(line), warn: (line) => void log.push(line) },
    secret: {
      get: async () => secret,
      async ask(why) {
        asked.push(why);
        secret = SECRET;
        return true;
      },
    },
    post: async (request) => {
      posts.push(request);
      return { answered: true, status: 200 };
    },
  });
  onTestFinished(() => others.dispose());
  const trail = fileAuditLog({ folder, orgId: 'org-1', clock, onNote: (note) => void log.push(note) });
  const outbox = folderOutbox({ folder, onNote: (note) => void log.push(note) });
  return {
    posts,
    asked,
    log,
    push: (work: () => Promise<void> = async () => undefined) =>
      others.around(PLAN, FILES, async () => {
        await trail.append(entry('create:Escalation', { name: 'Escalation' }));
        await work();
      }),
    isEmpty: async () => (await outbox.list()).length === 0,
  };
}

describe('a push in the editor', () => {
  it('tells the addresses of its environment in the background', async () => {
    const { push, posts, isEmpty, log } = bench(SECRET);
    await push();
    await waitFor(() => log.length > 0);
    expect(posts.map((post) => [post.url, isSigned(post), JSON.parse(post.body) as unknown])).toEqual([
      [URL_A, true, expect.objectContaining({ type: 'wrapsmith.wrapupcode.created', subject: 'tech-escalation' })],
    ]);
    expect(await isEmpty()).toBe(true);
  });

  it('tells what was done of it, though it went wrong in the end', async () => {
    const { push, posts } = bench(SECRET);
    await expect(push(() => Promise.reject(new Error('Signed out.')))).rejects.toThrow('Signed out.');
    await waitFor(() => posts.length === 1);
  });

  it('asks for a secret where there is none, and goes on with it', async () => {
    const { push, posts, asked } = bench(undefined);
    await push();
    await waitFor(() => posts.length === 1);
    expect(asked).toEqual(['There is no secret to sign with, so nothing was sent.']);
    expect(posts.every((post) => isSigned(post))).toBe(true);
  });
});
