/** Codes that the apply removed and that are back, made again by an undo or by a person: what was theirs is now of the new id. */
import { isAsAsked } from '../apply/codeFields.ts';
import type { Row, Write } from '../model.ts';
import type { OrgState } from '../recover/orgState.ts';
import type { DoneChange } from './doneBy.ts';

/** Without the removals that need nothing any more, and with the new ids in the others. */
export function withRevived(done: readonly DoneChange[], org: OrgState): readonly DoneChange[] {
  const ids = new Map(
    done.flatMap(({ change }) => {
      if (change.kind !== 'delete') return [];
      const found = [...org.codes.values()].find((code) => isAsAsked(code, change.before));
      return found === undefined ? [] : [[change.codeId, found.id] as const];
    }),
  );
  if (ids.size === 0) return done;
  return done
    .filter(({ change }) => change.kind !== 'delete' || !ids.has(change.codeId))
    .map(({ change, codeId }) => {
      const now = codeId === undefined ? undefined : (ids.get(codeId) ?? codeId);
      return { change: renewed(change, ids), ...(now === undefined ? {} : { codeId: now }) };
    });
}

function renewed(change: Write, ids: ReadonlyMap<string, string>): Write {
  if (change.kind === 'metadata') {
    const { before, after } = change;
    return {
      ...change,
      ...(before === undefined ? {} : { before: withId(before, ids) }),
      ...(after === undefined ? {} : { after: withId(after, ids) }),
    };
  }
  if (!('codeId' in change) || change.codeId === undefined) return change;
  return { ...change, codeId: ids.get(change.codeId) ?? change.codeId };
}

function withId(row: Row, ids: ReadonlyMap<string, string>): Row {
  const id = ids.get(String(row['id']));
  return id === undefined ? row : { ...row, id };
}
