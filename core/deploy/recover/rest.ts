/** Whether a new plan still asks for what an earlier apply left undone. Pure. */
import { canonicalJson } from '../canonical.ts';
import type { Change, CodeFields, Plan, Write } from '../model.ts';

export interface RestOf {
  /** Ids of the new plan's changes that finish the earlier apply. */
  readonly ids: readonly string[];
  /** What the earlier apply was to do and the new plan does not ask for any more. */
  readonly gone: readonly Write[];
  /** Why the new plan is not the rest of the earlier one, in sentences; empty where it is. */
  readonly moved: readonly string[];
}

/**
 * `undone` is what the earlier apply has not done, `done` what it has. Where the plan asks again for something that was
 * done, or asks for something else in its place, files or org have moved.
 */
export function restOf(undone: readonly Write[], done: readonly Write[], plan: Plan): RestOf {
  const now = new Map(plan.changes.map((change) => [change.id, change]));
  const moved = [
    ...done.filter(({ id }) => now.has(id)).map((change) => `${titled(change)} was done, and has to be done again.`),
    ...undone.flatMap((change) => {
      const again = now.get(change.id);
      return again === undefined || isSame(change, again) ? [] : [`${titled(change)} is not what it was.`];
    }),
  ];
  return {
    ids: undone.filter(({ id }) => now.has(id)).map(({ id }) => id),
    gone: undone.filter(({ id }) => !now.has(id)),
    moved,
  };
}

const titled = ({ kind, name }: Write): string => `The change "${kind}" of "${name}"`;

/** What is asked for and what it rests on, apart from what the earlier apply has brought itself: ids of new codes. */
const isSame = (earlier: Write, now: Change): boolean =>
  canonicalJson(essence(earlier, earlier)) === canonicalJson(essence(now, earlier));

function essence(change: Change, earlier: Write): unknown {
  switch (change.kind) {
    case 'create':
      return { kind: change.kind, after: fieldsOf(change.after) };
    case 'update':
    case 'adopt':
    case 'rename':
    case 'move': {
      const { kind, codeId, before, after } = change;
      return { kind, codeId, before: fieldsOf(before), after: fieldsOf(after) };
    }
    case 'delete':
      return { kind: change.kind, codeId: change.codeId, before: fieldsOf(change.before) };
    case 'associate':
    case 'dissociate':
      return { kind: change.kind, queue: change.queue.id, codeId: knownId(change, earlier) };
    case 'queueSettings':
      return { kind: change.kind, queue: change.queue.id, before: change.before, after: change.after };
    case 'outbound': {
      const { kind, before, after } = change;
      return { kind, before: sorted(before), after: sorted(after), codeId: knownId(change, earlier) };
    }
    case 'metadata': {
      const { kind, table, key, before, after } = change;
      const own = earlier.kind === 'metadata' && earlier.awaitsId === true ? { ...after, id: undefined } : after;
      return { kind, table: table.id, key, before, after: own };
    }
    case 'blocked':
      return { kind: change.kind };
  }
}

/** An absent description is the same as an empty one, and a division is known by its id. */
const fieldsOf = ({ name, description = '', division }: CodeFields): unknown => ({
  name,
  description,
  division: division?.id,
});

/** The id counts where it was known before. */
const knownId = ({ codeId }: { readonly codeId?: string }, earlier: Write): string | undefined =>
  'codeId' in earlier && earlier.codeId !== undefined ? codeId : undefined;

const sorted = (flags: readonly string[] | undefined): readonly string[] | undefined =>
  flags === undefined ? undefined : [...flags].sort();
