/** Changes the org's one document of outbound mappings: one PUT for all changes, with the version it was read with. */
import type { Failure } from '../../genesys/error.ts';
import type { OutboundDocument } from '../../genesys/index.ts';
import type { OutboundChange } from '../model.ts';
import { type Made, type WithCode, withCodes } from './made.ts';
import type { Settled } from './outcome.ts';
import { judge } from './outcome.ts';
import { readBack } from './readBack.ts';
import type { Look } from './resolve.ts';
import { sendSurely } from './resolve.ts';
import type { Request, Run } from './run.ts';
import type { Sent } from './sent.ts';
import { mayBeThere } from './sent.ts';

type Ready = WithCode<OutboundChange>;

/** Somebody who writes as often as this is not going to stop. */
const MOST_CONFLICTS = 5;

/** One outcome per change. `made` are this run's creates. */
export async function applyOutbound(
  run: Run,
  changes: readonly OutboundChange[],
  made: Made,
): Promise<readonly Settled[]> {
  const { ready, stuck } = withCodes(changes, made);
  const sent = await sendAll(run, ready);
  run.progress('the outbound mappings', ready.filter((one) => sent.get(one)?.state !== 'notSent').length);
  const inDoubt = ready.filter((one) => mayBeThere(sent.get(one)));
  if (inDoubt.length > 0) run.progress('Reading back the outbound mappings', 0);
  const seen = await readBack(
    run,
    async (options) =>
      inDoubt.length === 0 ? NOTHING : (await run.request.genesys.outbound.mappings(options)).mapping,
    (mapping) => inDoubt.every((one) => isAsAsked(mapping, one) || isDropped(mapping, one)),
  );
  const settled = ready.map((one) => ({
    ...judge(run, one.change, seen.ok ? refusedWhereDropped(sent.get(one), seen.value, one) : sent.get(one), {
      seen,
      isThere: seen.ok && isAsAsked(seen.value, one),
      notSeen: 'The outbound mappings do not show it as asked.',
    }),
    codeId: one.codeId,
  }));
  return [...stuck, ...settled];
}

/** Whether an org keeps an entry without flags is not published. */
const isDropped = (mapping: Mapping, one: Ready): boolean =>
  one.change.after?.length === 0 && flagsOf(mapping, one) === undefined;

const refusedWhereDropped = (sent: Sent | undefined, mapping: Mapping, one: Ready): Sent | undefined =>
  sent?.state === 'accepted' && isDropped(mapping, one) ? { ...sent, state: 'failed', message: DROPPED } : sent;

const DROPPED =
  'The org keeps no outbound mapping without flags, so its default flags apply to the code. Write outbound: default in the file, or name flags.';

type Mapping = OutboundDocument['mapping'];
const NOTHING: Mapping = {};

/** After a version conflict the document is read again, and what others changed in it stays. */
async function sendAll(run: Run, ready: readonly Ready[]): Promise<ReadonlyMap<Ready, Sent>> {
  const sent = new Map<Ready, Sent>();
  const [first] = ready;
  if (first === undefined) return sent;
  for (let conflicts = 0; ; conflicts++) {
    const open = ready.filter((one) => !sent.has(one));
    const read = await run.readFor(whatOf(open, first), (options) => run.request.genesys.outbound.mappings(options));
    for (const one of open) {
      const known = read.ok ? knownOf(read.value.mapping, one) : read.sent;
      if (known !== undefined) sent.set(one, known);
    }
    const asked = open.filter((one) => !sent.has(one));
    if (!read.ok || asked.length === 0) return sent;
    const answer = await replace(run, read.value, asked, whatOf(asked, first));
    if (isVersionConflict(answer) && conflicts < MOST_CONFLICTS) continue;
    for (const one of asked) sent.set(one, answer);
    return sent;
  }
}

const whatOf = (asked: readonly Ready[], { change: { call } }: Ready): Request => ({
  changes: asked.map(({ change }) => change.id),
  name: 'the outbound mappings',
  call,
  kind: `${call.method} ${call.path}`,
});

/** What is certain before anything is sent: it is there already, or it is not as the plan saw it. */
function knownOf(mapping: Mapping, one: Ready): Sent | undefined {
  if (isAsAsked(mapping, one)) return { state: 'already', value: undefined };
  if (isSame(flagsOf(mapping, one), one.change.before)) return undefined;
  return { state: 'failed', message: changedWords(one) };
}

const changedWords = ({ change }: Ready): string =>
  `Somebody changed the outbound mapping of "${change.name}" meanwhile. Plan again to see the difference.`;

function replace(run: Run, now: OutboundDocument, asked: readonly Ready[], what: Request): Promise<Sent> {
  const { outbound } = run.request.genesys;
  const mapping = new Map(Object.entries(now.mapping));
  for (const { change, codeId } of asked) {
    if (change.after === undefined) mapping.delete(codeId);
    else mapping.set(codeId, change.after);
  }
  const body = { ...now.document, version: now.version, mapping: Object.fromEntries(mapping) };
  const before = Object.fromEntries(asked.map((one) => [one.codeId, flagsOf(now.mapping, one) ?? null]));
  return sendSurely(run, {
    what: {
      ...what,
      call: { ...what.call, body },
      before: { what: 'outbound', version: now.version, mapping: before },
    },
    action: (options) => outbound.replace(body, options),
    // What others did meanwhile is for the version to refuse.
    look: async (options): Promise<Look<unknown>> => {
      const seen = await outbound.mappings(options);
      const isThere = asked.every((one) => isAsAsked(seen.mapping, one));
      return isThere ? { kind: 'asAsked', value: undefined } : { kind: 'asBefore' };
    },
  });
}

/** 409, or 400 with the published code. */
const isVersionConflict = (sent: Sent): boolean =>
  sent.state === 'failed' && sent.failure !== undefined && isConflict(sent.failure);
const isConflict = ({ kind, code }: Failure): boolean => kind === 'conflict' || code === 'invalid.update.wrong.version';

const flagsOf = (mapping: Mapping, { codeId }: Ready): readonly string[] | undefined =>
  Object.hasOwn(mapping, codeId) ? mapping[codeId] : undefined;

const isAsAsked = (mapping: Mapping, one: Ready): boolean => isSame(flagsOf(mapping, one), one.change.after);

/** Flags are a set: their order says nothing. */
function isSame(left: readonly string[] | undefined, right: readonly string[] | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return [...new Set(left)].sort().join() === [...new Set(right)].sort().join();
}
