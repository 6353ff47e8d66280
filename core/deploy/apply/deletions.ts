/** Deletes codes, then lists the codes to see that they are gone. A deletion cannot be taken back. */
import type { DeleteChange } from '../model.ts';
import { isAsAsked } from './codeFields.ts';
import type { Settled } from './outcome.ts';
import { judge, notAttempted } from './outcome.ts';
import type { ReadBack } from './readBack.ts';
import { readBack } from './readBack.ts';
import type { Look } from './resolve.ts';
import { sendSurely } from './resolve.ts';
import type { Request, Run } from './run.ts';
import type { Sent } from './sent.ts';
import { mayBeThere } from './sent.ts';

/** `leaving` are the outcomes of the run's dissociations: a code that could not be taken off a queue stays. */
export async function applyDeletions(
  run: Run,
  changes: readonly DeleteChange[],
  leaving: readonly Settled[],
): Promise<readonly Settled[]> {
  const held = new Set(leaving.flatMap(({ result, codeId }) => (result.outcome === 'done' ? [] : (codeId ?? []))));
  const stays = ({ codeId }: DeleteChange): boolean => held.has(codeId);
  const kept = changes.filter(stays).map((change) => notAttempted(change, STILL_ON_A_QUEUE));
  const going = changes.filter((change) => !stays(change));
  return [...kept, ...(await removeAll(run, going))];
}

const STILL_ON_A_QUEUE = 'The code could not be taken off its queues, so it was not deleted. Push again to finish.';

/** All are sent before the codes are listed, once. */
async function removeAll(run: Run, changes: readonly DeleteChange[]): Promise<readonly Settled[]> {
  const sent = new Map<DeleteChange, Sent>();
  for (const change of changes) {
    const answer = await sendOne(run, change);
    sent.set(change, answer);
    run.progress(change.name, answer.state === 'notSent' ? 0 : 1);
  }
  const seen = await readCodes(
    run,
    changes.filter((change) => mayBeThere(sent.get(change))),
  );
  return changes.map((change) => ({
    ...judge(run, change, sent.get(change), {
      seen,
      isThere: seen.ok && !seen.value.has(change.codeId),
      notSeen: "The org's list still shows the code.",
    }),
    codeId: change.codeId,
  }));
}

/** A code that is no longer what was shown is not deleted. */
async function sendOne(run: Run, change: DeleteChange): Promise<Sent> {
  const { wrapupCodes } = run.request.genesys;
  const { codeId, call, name, before } = change;
  const what: Request = { changes: [change.id], name, call, kind: `DELETE in ${before.division?.id ?? ''}` };
  const read = await run.readFor(what, (options) => wrapupCodes.get(codeId, options));
  if (!read.ok) return read.sent;
  const code = read.value;
  if (code === undefined) return { state: 'already', value: undefined };
  if (!isAsAsked(code, before)) return { state: 'failed', message: changedWords(name) };
  return sendSurely(run, {
    what: { ...what, before: { what: 'code', code } },
    action: (options) => wrapupCodes.remove(codeId, options),
    look: async (options): Promise<Look<undefined>> =>
      (await wrapupCodes.get(codeId, options)) === undefined
        ? { kind: 'asAsked', value: undefined }
        : { kind: 'asBefore' },
    doubts: ({ kind }) => kind === 'notFound' || kind === 'conflict',
    refusedWords: ({ kind }) => (kind === 'conflict' ? inUseWords(name) : undefined),
  });
}

/** Whether a code that is on a queue can be deleted is not published. */
const inUseWords = (name: string): string =>
  `The org does not delete the code "${name}", since something still uses it: perhaps a queue that no catalog declares. Declare the queue or take the code off it, and plan again.`;
const changedWords = (name: string): string =>
  `Somebody changed the code "${name}" meanwhile, so it was not deleted. Plan again to see the difference.`;

async function readCodes(run: Run, inDoubt: readonly DeleteChange[]): Promise<ReadBack<ReadonlySet<string>>> {
  if (inDoubt.length === 0) return { ok: true, value: new Set() };
  run.progress('Reading back the wrap-up codes', 0);
  return readBack(
    run,
    async (options) => new Set((await run.request.genesys.wrapupCodes.list(options)).map(({ id }) => id)),
    (ids) => inDoubt.every(({ codeId }) => !ids.has(codeId)),
  );
}
