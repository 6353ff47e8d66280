/** Sends creates, edits and moves of codes, then lists the codes to see what became of them. */
import type { WrapupCode } from '../../genesys/index.ts';
import type { CreateChange, EditChange, MoveChange } from '../model.ts';
import { isAsAsked, requestOf } from './codeFields.ts';
import type { Settled } from './outcome.ts';
import { judge } from './outcome.ts';
import type { ReadBack } from './readBack.ts';
import { readBack } from './readBack.ts';
import type { Look } from './resolve.ts';
import { sendSurely } from './resolve.ts';
import type { Run } from './run.ts';
import type { Sent } from './sent.ts';
import { mayBeThere } from './sent.ts';

export type CodeWrite = CreateChange | EditChange | MoveChange;

/** One outcome per change, in their order. All are sent before the codes are listed, once. */
export async function applyCodes(run: Run, changes: readonly CodeWrite[]): Promise<readonly Settled[]> {
  const sent = new Map<CodeWrite, Sent<WrapupCode>>();
  for (const change of changes) {
    const answer = await (change.kind === 'create' ? create(run, change) : edit(run, change));
    sent.set(change, answer);
    run.progress(change.name, answer.state === 'notSent' ? 0 : 1);
  }
  const inDoubt = changes.filter((change) => mayBeThere(sent.get(change)));
  const seen = await readCodes(run, inDoubt, sent);
  return changes.map((change) => judgeCode(run, change, sent.get(change), seen));
}

const whatOf = (change: CodeWrite) => ({
  changes: [change.id],
  name: change.name,
  call: change.call,
  kind: `${change.call.method} in ${change.after.division?.id ?? ''}`,
});

/** A name that is taken is looked up like a lost answer: the code that has it decides what that means. */
function create(run: Run, change: CreateChange): Promise<Sent<WrapupCode>> {
  const { wrapupCodes } = run.request.genesys;
  const { after, name } = change;
  return sendSurely(run, {
    what: whatOf(change),
    action: (options) => wrapupCodes.create(requestOf(after), options),
    look: async (options): Promise<Look<WrapupCode>> => {
      const found = await wrapupCodes.findByName(after.name, options);
      const same = found.find((code) => isAsAsked(code, after));
      if (same !== undefined) return { kind: 'asAsked', value: same };
      return found.length === 0 ? { kind: 'asBefore' } : { kind: 'otherwise', message: takenWords(name) };
    },
    idOf: ({ id }) => id,
    doubts: ({ kind }) => kind === 'conflict',
    refusedWords: () => hiddenWords(name),
  });
}

const hiddenWords = (name: string): string =>
  `The org says that "${name}" is taken, but no code of that name can be seen: it is in a division that these credentials cannot see, or has just been removed. Give the OAuth client a role in that division, or choose another name.`;
const takenWords = (name: string): string =>
  `Somebody made a code "${name}" meanwhile, with other content. Plan again to see the difference.`;
const changedWords = (name: string): string =>
  `Somebody changed the code "${name}" meanwhile. Plan again to see the difference.`;
const goneWords = (name: string): string => `Somebody removed the code "${name}" meanwhile. Plan again.`;

/** A PUT replaces the whole code, and codes have no version: what somebody else wrote meanwhile is seen by reading it just before. */
async function edit(run: Run, change: EditChange | MoveChange): Promise<Sent<WrapupCode>> {
  const { wrapupCodes } = run.request.genesys;
  const { codeId, before, after, name } = change;
  const what = whatOf(change);
  const judged = (code: WrapupCode | undefined): Look<WrapupCode> => {
    if (code === undefined) return { kind: 'otherwise', message: goneWords(name) };
    if (isAsAsked(code, after)) return { kind: 'asAsked', value: code };
    return isAsAsked(code, before) ? { kind: 'asBefore' } : { kind: 'otherwise', message: changedWords(name) };
  };
  const read = await run.readFor(what, (options) => wrapupCodes.get(codeId, options));
  if (!read.ok) return read.sent;
  const now = judged(read.value);
  if (now.kind === 'asAsked') return { state: 'already', value: now.value };
  if (now.kind === 'otherwise') return { state: 'failed', message: now.message };
  return sendSurely(run, {
    what,
    action: (options) => wrapupCodes.update(codeId, requestOf(after), options),
    look: async (options) => judged(await wrapupCodes.get(codeId, options)),
  });
}

interface Seen {
  readonly byId: ReadonlyMap<string, WrapupCode>;
  readonly byName: ReadonlyMap<string, WrapupCode>;
}

const seenOf = (codes: readonly WrapupCode[]): Seen => ({
  byId: new Map(codes.map((code) => [code.id, code])),
  byName: new Map(codes.map((code) => [code.name, code])),
});

async function readCodes(
  run: Run,
  changes: readonly CodeWrite[],
  sent: ReadonlyMap<CodeWrite, Sent<WrapupCode>>,
): Promise<ReadBack<Seen>> {
  if (changes.length === 0) return { ok: true, value: seenOf([]) };
  run.progress('Reading back the wrap-up codes', 0);
  return readBack(
    run,
    async (options) => seenOf(await run.request.genesys.wrapupCodes.list(options)),
    (seen) => changes.every((change) => findAsked(change, sent.get(change), seen) !== undefined),
  );
}

/** The code of the change, if the list shows it as asked. A create without an answer is known by its name only. */
function findAsked(change: CodeWrite, sent: Sent<WrapupCode> | undefined, seen: Seen): WrapupCode | undefined {
  const id = change.kind === 'create' ? madeBy(sent)?.id : change.codeId;
  const code = id === undefined ? seen.byName.get(change.after.name) : seen.byId.get(id);
  return code !== undefined && isAsAsked(code, change.after) ? code : undefined;
}

const madeBy = (sent: Sent<WrapupCode> | undefined): WrapupCode | undefined =>
  sent?.state === 'accepted' || sent?.state === 'already' ? sent.value : undefined;

function judgeCode(run: Run, change: CodeWrite, sent: Sent<WrapupCode> | undefined, seen: ReadBack<Seen>): Settled {
  const found = seen.ok && mayBeThere(sent) ? findAsked(change, sent, seen.value) : undefined;
  const settled = judge(run, change, sent, {
    seen,
    isThere: found !== undefined,
    notSeen: "The org's list does not show it as asked.",
  });
  const codeId = change.kind === 'create' ? (found ?? madeBy(sent))?.id : change.codeId;
  return codeId === undefined ? settled : { ...settled, codeId };
}
