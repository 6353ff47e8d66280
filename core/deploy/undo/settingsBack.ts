import { blockedChange } from '../codeChange.ts';
import type { AfterCallWorkFields, Change, QueueSettingsChange } from '../model.ts';
import type { Base } from './world.ts';

/** The former after-call work of a queue. A field that the queue did not have cannot be taken away, only set. */
export function settingsBack({ before, after, queue, call }: QueueSettingsChange, base: Base): Change {
  const { wrapupPrompt, timeoutMs } = before;
  const former: AfterCallWorkFields = {
    ...(after.wrapupPrompt === undefined || wrapupPrompt === undefined ? {} : { wrapupPrompt }),
    ...(after.timeoutMs === undefined || timeoutMs === undefined ? {} : { timeoutMs }),
  };
  if (Object.keys(former).length === 0)
    return blockedChange(
      base,
      `:${base.id}`,
      `The queue "${queue.name}" had no such setting before, and none can be taken away.`,
    );
  const stays = Object.keys(former).length < Object.keys(after).length;
  return {
    ...base,
    kind: 'queueSettings',
    why: `The push changed the after-call work of the queue.${stays ? ' What the queue did not have before stays.' : ''}`,
    queue,
    before: after,
    after: former,
    call: { ...call, body: { acwSettings: former } },
  };
}
