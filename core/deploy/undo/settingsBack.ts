import type { AfterCallWorkFields, QueueSettingsChange } from '../model.ts';
import type { Base } from './world.ts';

const FIELDS = ['wrapupPrompt', 'timeoutMs'] as const;

/** The former after-call work of a queue, in the fields that the push wrote. */
export function settingsBack(change: QueueSettingsChange, base: Base): QueueSettingsChange {
  const { before, after, queue, call } = change;
  const written = FIELDS.filter((field) => before[field] !== after[field] && isWritten(change, field));
  const former: AfterCallWorkFields = {
    ...(written.includes('wrapupPrompt') && before.wrapupPrompt !== undefined
      ? { wrapupPrompt: before.wrapupPrompt }
      : {}),
    ...(written.includes('timeoutMs') && before.timeoutMs !== undefined ? { timeoutMs: before.timeoutMs } : {}),
  };
  const cleared = written.filter((field) => before[field] === undefined);
  return {
    ...base,
    kind: 'queueSettings',
    why: 'The push changed the after-call work of the queue.',
    queue,
    before: after,
    after: former,
    ...(cleared.length === 0 ? {} : { cleared }),
    call: { ...call, body: { acwSettings: former } },
  };
}

const isWritten = ({ after, cleared = [] }: QueueSettingsChange, field: keyof AfterCallWorkFields): boolean =>
  after[field] !== undefined || cleared.includes(field);
