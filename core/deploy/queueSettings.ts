/** Declared after-call work that a queue of the org does not have. */
import { parseDuration } from '../contract/afterCallWork.ts';
import type { AfterCallWork } from '../contract/generated/files.ts';
import { blockedChange } from './codeChange.ts';
import type { DeclaredQueue } from './declaredQueues.ts';
import type { PlanFacts } from './facts.ts';
import type { AfterCallWorkFields, Change, OrgQueue } from './model.ts';
import { groupBy } from './names.ts';

/** In the order of the files; a queue that cannot be found or is declared twice is blocked. */
export function queueSettingsChanges({ declared }: PlanFacts): readonly Change[] {
  const speaking = declared.filter(({ declaration }) => declaration.afterCallWork !== undefined);
  const byQueue = groupBy(speaking, ({ queue }) => (queue.ok ? queue.value.id : undefined));
  return speaking.flatMap((one): readonly Change[] => {
    const { queue, declaration } = one;
    if (!queue.ok) return [blocked(one, queue.why)];
    if ((byQueue.get(queue.value.id)?.length ?? 0) > 1)
      return [blocked(one, `More than one declaration is for the queue "${queue.value.name}". Keep one of them.`)];
    return settingsOf(one, queue.value, declaration.afterCallWork ?? {});
  });
}

function settingsOf(one: DeclaredQueue, queue: OrgQueue, wanted: AfterCallWork): readonly Change[] {
  const timeoutMs = wanted.timeout === undefined ? undefined : parseDuration(wanted.timeout);
  if (wanted.timeout !== undefined && timeoutMs === undefined)
    return [blocked(one, `"${wanted.timeout}" is not a duration. Write it like 30s or 5m.`)];
  const before = fieldsOf(queue.wrapupPrompt, queue.wrapupTimeoutMs);
  const after = fieldsOf(wanted.prompt, timeoutMs);
  const samePrompt = after.wrapupPrompt === undefined || after.wrapupPrompt === before.wrapupPrompt;
  const sameTimeout = after.timeoutMs === undefined || after.timeoutMs === before.timeoutMs;
  if (samePrompt && sameTimeout) return [];
  return [
    {
      kind: 'queueSettings',
      id: `queueSettings:${queue.name}`,
      name: one.name,
      path: one.path,
      why: `The queue's after-call work differs: ${settingsInWords(before)} in the org, ${settingsInWords(after)} in the file.`,
      queue: { id: queue.id, name: queue.name },
      before,
      after,
      call: {
        method: 'PUT',
        path: `/api/v2/routing/queues/${encodeURIComponent(queue.id)}`,
        body: { acwSettings: after },
        into: 'queue',
      },
    },
  ];
}

const fieldsOf = (wrapupPrompt: string | undefined, timeoutMs: number | undefined): AfterCallWorkFields => ({
  ...(wrapupPrompt === undefined ? {} : { wrapupPrompt }),
  ...(timeoutMs === undefined ? {} : { timeoutMs }),
});

/** `MANDATORY_TIMEOUT, 30 s`; `not known` where the org says nothing. */
export function settingsInWords({ wrapupPrompt, timeoutMs }: AfterCallWorkFields): string {
  const parts = [
    ...(wrapupPrompt ? [wrapupPrompt] : []),
    ...(timeoutMs === undefined ? [] : [`${timeoutMs / 1000} s`]),
  ];
  return parts.length === 0 ? 'not known' : parts.join(', ');
}

const blocked = (one: DeclaredQueue, why: string): Change => blockedChange(one, ':afterCallWork', why);
