/** How the org stands to one change: as it is afterwards, as it was before, or otherwise. */
import { isAsAsked } from '../apply/codeFields.ts';
import type {
  AfterCallWorkFields,
  CodeFields,
  MetadataChange,
  OrgQueue,
  OutboundChange,
  QueueSettingsChange,
  Row,
  Write,
} from '../model.ts';
import type { OrgState } from './orgState.ts';
import { rowId } from './orgState.ts';

/** `otherwise`: somebody else was there, or what it is about is gone. */
export type Standing = 'asAfter' | 'asBefore' | 'otherwise';

/**
 * Of an edit, only the fields that it changes are looked at.
 * @param codeId of the change's code, where the change itself does not know it
 */
export function standingOf(change: Write, codeId: string | undefined, state: OrgState): Standing {
  switch (change.kind) {
    case 'create': {
      const code = codeId === undefined ? named(state, change.after.name) : state.codes.get(codeId);
      if (code === undefined) return 'asBefore';
      return isAsAsked(code, change.after) ? 'asAfter' : 'otherwise';
    }
    case 'update':
    case 'adopt':
    case 'rename':
    case 'move':
      return ofFields(state.codes.get(change.codeId), change.before, change.after);
    case 'delete':
      return state.codes.has(change.codeId) ? 'asBefore' : 'asAfter';
    case 'associate':
    case 'dissociate':
      return ofMembership(change.kind === 'associate', state.members.get(change.queue.id), change.codeId ?? codeId);
    case 'queueSettings':
      return ofSettings(change, state.queues.get(change.queue.id));
    case 'outbound':
      return ofMapping(change, change.codeId ?? codeId, state);
    case 'metadata':
      return ofRow(change, state.rows.get(rowId(change.table, change.key)));
  }
}

const named = (state: OrgState, name: string): CodeFields | undefined =>
  [...state.codes.values()].find((code) => code.name === name);

const PARTS: readonly ((fields: CodeFields) => string | undefined)[] = [
  ({ name }) => name,
  ({ description }) => description ?? '',
  ({ division }) => division?.id,
];

function ofFields(code: CodeFields | undefined, before: CodeFields, after: CodeFields): Standing {
  if (code === undefined) return 'otherwise';
  const changed = PARTS.filter((part) => part(before) !== part(after));
  return between(
    changed.every((part) => part(code) === part(after)),
    changed.every((part) => part(code) === part(before)),
  );
}

const between = (isAfter: boolean, isBefore: boolean): Standing =>
  isAfter ? 'asAfter' : isBefore ? 'asBefore' : 'otherwise';

function ofMembership(adds: boolean, ids: ReadonlySet<string> | undefined, codeId: string | undefined): Standing {
  if (ids === undefined) return 'otherwise';
  const isOn = codeId !== undefined && ids.has(codeId);
  return isOn === adds ? 'asAfter' : 'asBefore';
}

export const settingsOf = ({ wrapupPrompt, wrapupTimeoutMs }: OrgQueue): AfterCallWorkFields => ({
  ...(wrapupPrompt === undefined ? {} : { wrapupPrompt }),
  ...(wrapupTimeoutMs === undefined ? {} : { timeoutMs: wrapupTimeoutMs }),
});

function ofSettings({ before, after, cleared = [] }: QueueSettingsChange, queue: OrgQueue | undefined): Standing {
  if (queue === undefined) return 'otherwise';
  const now = settingsOf(queue);
  const fields = (['wrapupPrompt', 'timeoutMs'] as const).filter(
    (field) => after[field] !== undefined || cleared.includes(field),
  );
  return between(
    fields.every((field) => now[field] === after[field]),
    fields.every((field) => now[field] === before[field]),
  );
}

function ofMapping({ before, after }: OutboundChange, codeId: string | undefined, { outbound }: OrgState): Standing {
  const now = codeId === undefined ? undefined : outbound?.mapping[codeId];
  return between(sameFlags(now, after), sameFlags(now, before));
}

/** No entry and an entry without flags are not the same; the order of flags says nothing. */
export function sameFlags(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.length === other.length && one.every((flag) => other.includes(flag));
}

function ofRow({ before, after, awaitsId }: MetadataChange, row: Row | undefined): Standing {
  const columns = Object.keys(after ?? before ?? {}).filter((column) => awaitsId !== true || column !== 'id');
  const isLike = (side: Row | undefined): boolean =>
    side === undefined || row === undefined
      ? side === row
      : columns.every((column) => (row[column] ?? '') === (side[column] ?? ''));
  return between(isLike(after), isLike(before));
}
