/** What the inverse changes of one undo share: the org as it is now, and as the ones before leave it. */
import type { AssociateChange, CodeFields, NamedRef, Write } from '../model.ts';
import type { OrgState } from '../recover/orgState.ts';
import type { DoneChange } from './doneBy.ts';

/** What an inverse change has of its own. */
export type Base = Pick<Write, 'id' | 'name' | 'path'>;

export interface UndoWorld {
  /** How the undo's changes are headed. */
  readonly path: string;
  /** The code's name where the change is about a code that is made again: all its changes find it by that. */
  nameOf(change: Write, codeId: string | undefined): string;
  /** True for a code that the apply has removed. */
  isMadeAgain(codeId: string): boolean;
  /** True where the apply has taken the code off this queue by a change of its own. */
  isTakenOff(codeId: string, queueId: string): boolean;
  /** True where the apply has changed the code's outbound mapping by a change of its own. */
  isRemapped(codeId: string): boolean;
  /** The code before and after these fields are put back. A PUT names everything, so each builds on the one before. */
  edit(codeId: string, fields: Partial<CodeFields>): readonly [before: CodeFields, after: CodeFields];
  /** Of the queues that were read, those that have the code. */
  queuesWith(codeId: string): readonly NamedRef[];
  putOn(base: Base, queue: NamedRef, codeId: string, why: string): AssociateChange;
}

export function undoWorld(path: string, done: readonly DoneChange[], org: OrgState): UndoWorld {
  const now = new Map<string, CodeFields>();
  const removed = new Map(
    done.flatMap(({ change }) => (change.kind === 'delete' ? [[change.codeId, change.before.name] as const] : [])),
  );
  const queues = new Map(
    done.flatMap(({ change }) =>
      change.kind === 'associate' || change.kind === 'dissociate' ? [[change.queue.id, change.queue] as const] : [],
    ),
  );
  return {
    path,
    nameOf: ({ name }, codeId) => (codeId === undefined ? undefined : removed.get(codeId)) ?? name,
    isMadeAgain: (codeId) => removed.has(codeId),
    isTakenOff: (codeId, queueId) =>
      done.some(
        ({ change }) => change.kind === 'dissociate' && change.codeId === codeId && change.queue.id === queueId,
      ),
    isRemapped: (codeId) => done.some(({ change }) => change.kind === 'outbound' && change.codeId === codeId),
    edit(codeId, fields) {
      const before = now.get(codeId) ?? fieldsOf(org.codes.get(codeId));
      const after = { ...before, ...fields };
      now.set(codeId, after);
      return [before, after];
    },
    queuesWith: (codeId) => [...queues.values()].filter(({ id }) => org.members.get(id)?.has(codeId) === true),
    putOn(base, queue, codeId, why) {
      const known = removed.has(codeId) ? undefined : codeId;
      return {
        ...base,
        kind: 'associate',
        why,
        queue,
        ...(known === undefined ? {} : { codeId: known }),
        call: {
          method: 'POST',
          path: `/api/v2/routing/queues/${encodeURIComponent(queue.id)}/wrapupcodes`,
          ...(known === undefined ? {} : { body: [{ id: known }] }),
        },
      };
    },
  };
}

function fieldsOf(code: CodeFields | undefined): CodeFields {
  if (code === undefined) throw new Error('An edit is put back only on a code that was seen.');
  const { name, description, division } = code;
  return {
    name,
    ...(description === undefined ? {} : { description }),
    ...(division === undefined ? {} : { division }),
  };
}
