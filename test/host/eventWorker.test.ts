import { describe, expect, it, onTestFinished } from 'vitest';
import type { PostAnswer } from '#core/events/model.ts';
import type { Round } from '#core/events/deliver.ts';
import { deliveryLock } from '#host/eventDelivery.ts';
import { eventWorker } from '#host/eventWorker.ts';
import { folderOutbox } from '#host/outboxFolder.ts';
import { underLock } from '#host/underLock.ts';
import { item, SECRET } from '../events/support.ts';
import { manualClock } from '../support/fakeClock.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { waitFor } from '../support/waitFor.ts';

function bench(folder = tempFolder()) {
  const clock = manualClock();
  const outbox = folderOutbox({ folder, onNote: () => undefined });
  const rounds: Round[] = [];
  const errors: unknown[] = [];
  const posts: string[] = [];
  let answer: PostAnswer = { answered: true, status: 200 };
  let refuse = false;
  let meanwhile: (() => Promise<void>) | undefined;
  const worker = eventWorker({
    folder,
    parts: {
      outbox: {
        ...outbox,
        list: async () => {
          if (refuse) throw new Error('The disk refuses.');
          return outbox.list();
        },
      },
      clock,
      random: { next: () => 0.5 },
      secretFor: async () => SECRET,
      post: async ({ headers }) => {
        posts.push(headers['webhook-id'] ?? '');
        await meanwhile?.();
        return answer;
      },
    },
    onRound: (round) => void rounds.push(round),
    onError: (error) => void errors.push(error),
  });
  onTestFinished(() => worker.dispose());
  return {
    folder,
    clock,
    outbox,
    rounds,
    errors,
    posts,
    worker,
    answerWith: (next: PostAnswer) => void (answer = next),
    onPost: (next: (() => Promise<void>) | undefined) => void (meanwhile = next),
    refuseIf: (next: boolean) => void (refuse = next),
    isResting: () => clock.waiting === 1,
  };
}

describe('the worker', () => {
  it('delivers what waits, tries again when it is due, and rests when nothing is left', async () => {
    const { worker, outbox, clock, posts, rounds, answerWith, isResting } = bench();
    await outbox.put(item(1, 'A'));
    answerWith({ answered: true, status: 500 });
    worker.wake();
    await waitFor(isResting);
    expect(clock.sleeps).toEqual([5000]);
    answerWith({ answered: true, status: 200 });
    await clock.advance(5000);
    await waitFor(() => rounds.length === 2);
    expect(posts).toEqual(['event-1', 'event-1']);
    expect(clock.waiting).toBe(0);
    expect(await outbox.list()).toEqual([]);
  });

  it('looks at once when it is woken, also while it waits for an earlier event', async () => {
    const { worker, outbox, posts, rounds, answerWith, isResting } = bench();
    await outbox.put(item(1, 'A'));
    answerWith({ answered: false, message: 'No connection.' });
    worker.wake();
    await waitFor(isResting);
    answerWith({ answered: true, status: 200 });
    await outbox.put(item(2, 'B'));
    worker.wake();
    await waitFor(() => rounds.length === 2 && isResting());
    expect(posts).toEqual(['event-1', 'event-2']);
  });

  it('looks again after a round in the middle of which it was woken', async () => {
    const { worker, outbox, posts, rounds, answerWith, isResting, onPost } = bench();
    await outbox.put(item(1, 'A'));
    answerWith({ answered: true, status: 500 });
    onPost(async () => {
      onPost(undefined);
      await outbox.put(item(2, 'B'));
      worker.wake();
    });
    worker.wake();
    await waitFor(() => rounds.length === 2 && isResting());
    expect(posts).toEqual(['event-1', 'event-2']);
  });

  it('leaves the events alone while another one delivers, and looks again later', async () => {
    const { worker, outbox, clock, posts, folder, rounds, isResting } = bench();
    await outbox.put(item(1, 'A'));
    await underLock(deliveryLock(folder, clock), async () => {
      worker.wake();
      await waitFor(isResting);
      expect(posts).toEqual([]);
    });
    await clock.advance(60_000);
    await waitFor(() => rounds.length === 1);
    expect(posts).toEqual(['event-1']);
  });

  it('says when the disk refuses, and goes on', async () => {
    const { worker, outbox, clock, posts, errors, rounds, refuseIf, isResting } = bench();
    await outbox.put(item(1, 'A'));
    refuseIf(true);
    worker.wake();
    await waitFor(isResting);
    expect(errors).toHaveLength(1);
    refuseIf(false);
    await clock.advance(60_000);
    await waitFor(() => rounds.length === 1);
    expect(posts).toEqual(['event-1']);
  });

  it('ends when it is told to', async () => {
    const { worker, outbox, clock, posts, isResting, answerWith } = bench();
    await outbox.put(item(1, 'A'));
    answerWith({ answered: true, status: 500 });
    worker.wake();
    await waitFor(isResting);
    worker.dispose();
    await waitFor(() => clock.waiting === 0);
    worker.wake();
    await clock.advance(3_600_000);
    expect(posts).toEqual(['event-1']);
  });

  it('and one of another process do not deliver the same event at once', async () => {
    const one = bench();
    for (let seq = 1; seq <= 20; seq++) await one.outbox.put(item(seq, `Code ${seq}`));
    const other = bench(one.folder);
    one.worker.wake();
    other.worker.wake();
    await waitFor(() => one.posts.length + other.posts.length >= 20);
    await waitFor(() => one.rounds.length + other.rounds.length >= 1);
    expect([...one.posts, ...other.posts].sort()).toEqual([...new Set([...one.posts, ...other.posts])].sort());
  });
});
