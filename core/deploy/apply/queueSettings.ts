/** Sets after-call work on queues: a PUT replaces the whole queue, so it is read just before and all else sent back. */
import type { QueueDocument } from '../../genesys/index.ts';
import type { AfterCallWorkFields, QueueSettingsChange } from '../model.ts';
import type { Settled } from './outcome.ts';
import { judge } from './outcome.ts';
import { readBack } from './readBack.ts';
import type { Look } from './resolve.ts';
import { sendSurely } from './resolve.ts';
import type { Request, Run } from './run.ts';
import type { Sent } from './sent.ts';
import { mayBeThere } from './sent.ts';

/** One outcome per change, in their order; each queue is read again right after its PUT. */
export async function applyQueueSettings(
  run: Run,
  changes: readonly QueueSettingsChange[],
): Promise<readonly Settled[]> {
  const settled: Settled[] = [];
  for (const change of changes) {
    const sent = await sendSettings(run, change);
    run.progress(change.queue.name, sent.state === 'notSent' ? 0 : 1);
    settled.push(await readAgain(run, change, sent));
  }
  return settled;
}

async function sendSettings(run: Run, change: QueueSettingsChange): Promise<Sent> {
  const { queues } = run.request.genesys;
  const { queue, after, before } = change;
  const what: Request = { changes: [change.id], name: queue.name, call: change.call, kind: `PUT ${queue.id}` };
  const read = await run.readFor(what, (options) => queues.get(queue.id, options));
  if (!read.ok) return read.sent;
  const now = lookAt(read.value, change);
  if (now.kind === 'asAsked') return { state: 'already', value: now.value };
  if (now.kind === 'otherwise') return { state: 'failed', message: now.message };
  const { document, settings } = now;
  const body: QueueDocument = { ...document, acwSettings: without({ ...settings, ...after }, change.cleared) };
  return sendSurely(run, {
    what: {
      ...what,
      call: { ...change.call, body },
      before: { what: 'queue', ...(settings === undefined ? {} : { acwSettings: settings }) },
    },
    action: (options) => queues.replace(queue.id, body, options),
    look: async (options): Promise<Look<undefined>> =>
      lookAt(await queues.get(queue.id, options), { ...change, before }),
  });
}

type Settings = Readonly<Record<string, unknown>>;
type Now = Exclude<Look<undefined>, { kind: 'asBefore' }> | Untouched;
interface Untouched {
  readonly kind: 'asBefore';
  readonly document: QueueDocument;
  readonly settings?: Settings;
}

function lookAt(document: QueueDocument, change: QueueSettingsChange): Now {
  const { queue, before } = change;
  const given = document['acwSettings'];
  const settings = isSettings(given) ? given : undefined;
  const keys = keysOf(change);
  if (keys.every((key) => settings?.[key] === change.after[key])) return { kind: 'asAsked', value: undefined };
  // Only what the change speaks of counts: the rest is sent back as it is now.
  const untouched = keys.every((key) => settings?.[key] === before[key]);
  if (!untouched) return { kind: 'otherwise', message: changedWords(queue.name) };
  return { kind: 'asBefore', document, ...(settings === undefined ? {} : { settings }) };
}

const isSettings = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const keysOf = ({ after, cleared = [] }: QueueSettingsChange): readonly (keyof AfterCallWorkFields)[] =>
  (['wrapupPrompt', 'timeoutMs'] as const).filter((key) => after[key] !== undefined || cleared.includes(key));
const without = (settings: Settings, cleared: readonly string[] = []): Settings =>
  Object.fromEntries(Object.entries(settings).filter(([key]) => !cleared.includes(key)));

const changedWords = (name: string): string =>
  `Somebody changed after-call work of the queue "${name}" meanwhile. Plan again to see the difference.`;

async function readAgain(run: Run, change: QueueSettingsChange, sent: Sent): Promise<Settled> {
  const notSeen = 'The queue does not show it as asked.';
  if (!mayBeThere(sent))
    return judge(run, change, sent, { seen: { ok: true, value: undefined }, isThere: false, notSeen });
  run.progress(`Reading back the queue ${change.queue.name}`, 0);
  const seen = await readBack(
    run,
    async (options) =>
      lookAt(await run.request.genesys.queues.get(change.queue.id, options), change).kind === 'asAsked',
    (isThere) => isThere,
  );
  return judge(run, change, sent, { seen, isThere: seen.ok && seen.value, notSeen });
}
