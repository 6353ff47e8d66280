/** Sends creates and edits of codes, then lists the codes to see what became of them. */
import type { WrapupCode, WrapupCodeRequest } from '../../genesys/index.ts';
import type { ChangeResult, CodeFields, CreateChange, EditChange } from '../model.ts';
import type { ReadBack } from './readBack.ts';
import { notSeenWords, readBack } from './readBack.ts';
import type { Run, Sent } from './run.ts';

export type CodeWrite = CreateChange | EditChange;

export interface CodeOutcome {
  readonly result: ChangeResult;
  /** The code's id, where it is certain that the code exists. */
  readonly codeId?: string;
}

/** One outcome per change, by the change's id. */
export async function applyCodes(run: Run, changes: readonly CodeWrite[]): Promise<ReadonlyMap<string, CodeOutcome>> {
  const sent = new Map<CodeWrite, Sent<WrapupCode>>();
  for (const change of changes) {
    const answer = await sendCode(run, change);
    sent.set(change, answer);
    run.progress(change.name, answer.state === 'notSent' ? 0 : 1);
  }
  const inDoubt = changes.filter((change) => ['accepted', 'lost'].includes(sent.get(change)?.state ?? ''));
  const seen = await readCodes(run, inDoubt, sent);
  return new Map(changes.map((change) => [change.id, judgeCode(run, change, sent.get(change) ?? NEVER_SENT, seen)]));
}

const NEVER_SENT: Sent<WrapupCode> = {
  state: 'notSent',
  message: 'The run ended before it was sent. Push again to finish.',
};

async function sendCode(run: Run, change: CodeWrite): Promise<Sent<WrapupCode>> {
  const { wrapupCodes } = run.request.genesys;
  const body = requestOf(change.after);
  const kind = `${change.call.method} in ${change.after.division?.id ?? ''}`;
  const what = { changes: [change.id], name: change.name, call: change.call, kind };
  if (change.kind !== 'create') return run.send(what, (options) => wrapupCodes.update(change.codeId, body, options));
  const sent = await run.send(what, (options) => wrapupCodes.create(body, options));
  return sent.state === 'failed' && sent.failure.kind === 'conflict' ? lookUp(run, change, sent) : sent;
}

/** The org says that the name is taken: the code that has it decides what that means. Its list may lag. */
async function lookUp(
  run: Run,
  change: CreateChange,
  refused: Sent<WrapupCode> & { readonly state: 'failed' },
): Promise<Sent<WrapupCode>> {
  const found = await readBack(
    run,
    (options) => run.request.genesys.wrapupCodes.findByName(change.name, options),
    (codes) => codes.length > 0,
  );
  if (!found.ok) return refused;
  const same = found.value.find((code) => isAsAsked(code, change.after));
  if (same !== undefined) return { state: 'accepted', value: same };
  return { ...refused, message: found.value.length === 0 ? hiddenWords(change.name) : takenWords(change.name) };
}

const hiddenWords = (name: string): string =>
  `The org says that "${name}" is taken, but no code of that name can be seen: it is in a division that these credentials cannot see, or has just been removed. Give the OAuth client a role in that division, or choose another name.`;
const takenWords = (name: string): string =>
  `Somebody made a code "${name}" meanwhile, with other content. Plan again to see the difference.`;

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

interface Seen {
  readonly byId: ReadonlyMap<string, WrapupCode>;
  readonly byName: ReadonlyMap<string, WrapupCode>;
}

const seenOf = (codes: readonly WrapupCode[]): Seen => ({
  byId: new Map(codes.map((code) => [code.id, code])),
  byName: new Map(codes.map((code) => [code.name, code])),
});

/** The code of the change, if the list shows it as asked. A create without an answer is known by its name only. */
function findAsked(change: CodeWrite, sent: Sent<WrapupCode> | undefined, seen: Seen): WrapupCode | undefined {
  const id = change.kind === 'create' ? (sent?.state === 'accepted' ? sent.value.id : undefined) : change.codeId;
  const code = id === undefined ? seen.byName.get(change.after.name) : seen.byId.get(id);
  return code !== undefined && isAsAsked(code, change.after) ? code : undefined;
}

function judgeCode(run: Run, change: CodeWrite, sent: Sent<WrapupCode>, seen: ReadBack<Seen>): CodeOutcome {
  const known = change.kind === 'create' ? {} : { codeId: change.codeId };
  if (sent.state === 'notSent')
    return { result: { change, outcome: 'not attempted', message: sent.message }, ...known };
  const correlationId = sent.state === 'accepted' ? sent.correlationId : sent.failure.correlationId;
  const reference = correlationId === undefined ? {} : { correlationId };
  if (sent.state === 'failed')
    return { result: { change, outcome: 'failed', message: sent.message, ...reference }, ...known };
  const found = seen.ok ? findAsked(change, sent, seen.value) : undefined;
  if (found !== undefined) return { result: { change, outcome: 'done', ...reference }, codeId: found.id };
  const made = sent.state === 'accepted' ? { codeId: sent.value.id } : known;
  return { result: { change, outcome: 'unknown', message: unknownWords(run, sent, seen), ...reference }, ...made };
}

function unknownWords(run: Run, sent: Sent<WrapupCode>, seen: ReadBack<Seen>): string {
  if (sent.state === 'lost')
    return run.explain(sent.failure, notSeenWords(seen, "The org's list does not show it as asked."));
  if (!seen.ok)
    return `The org accepted it, but could not be read afterwards. ${seen.why} Push again to see whether it was done.`;
  return 'The org accepted it, but its list does not show it as asked yet. Push again in a minute to see whether it was done.';
}

/** An absent description and an empty one are the same to an org. */
function isAsAsked(code: CodeFields, asked: CodeFields): boolean {
  const sameDivision = asked.division === undefined || asked.division.id === code.division?.id;
  return code.name === asked.name && (code.description ?? '') === (asked.description ?? '') && sameDivision;
}

function requestOf({ name, description, division }: CodeFields): WrapupCodeRequest {
  return {
    name,
    ...(description === undefined ? {} : { description }),
    ...(division === undefined ? {} : { division: { id: division.id } }),
  };
}
