/** What is not taken back, because somebody was there since. */
import type { Write } from '../model.ts';
import type { OrgState } from '../recover/orgState.ts';
import type { Standing } from '../recover/standing.ts';
import type { DoneChange } from './doneBy.ts';

/** Code id → why the code cannot be made again. */
export type StuckCodes = ReadonlyMap<string, string>;

/** Removed codes whose names somebody uses again, and codes that somebody has removed since. */
export function blockedCodes(done: readonly DoneChange[], org: OrgState): StuckCodes {
  const living = new Set([...org.codes.values()].map(({ name }) => name));
  const removed = new Set(done.flatMap(({ change }) => (change.kind === 'delete' ? [change.codeId] : [])));
  const gone = done.flatMap(({ change, codeId }) =>
    codeId === undefined || removed.has(codeId) || org.codes.has(codeId)
      ? []
      : [[codeId, `Somebody has removed the code "${change.name}" since.`] as const],
  );
  const again = done.flatMap(({ change }) =>
    change.kind === 'delete' && living.has(change.before.name)
      ? [[change.codeId, `The org has a code "${change.before.name}" again, so it is not made a second time.`] as const]
      : [],
  );
  return new Map([...gone, ...again]);
}

/** Undefined where it can be taken back. */
export function whyBlocked({ change, codeId }: DoneChange, standing: Standing, stuck: StuckCodes): string | undefined {
  if (standing === 'otherwise')
    return `Somebody has changed ${objectOf(change)} since, or it is gone. It is left as it is.`;
  // A row is the table's, whatever has become of its code, unless it is to have the id of one that is made again.
  const needed = change.kind === 'metadata' ? change.before?.['id'] : codeId;
  return typeof needed === 'string' ? stuck.get(needed) : undefined;
}

function objectOf(change: Write): string {
  switch (change.kind) {
    case 'associate':
    case 'dissociate':
      return `the queue "${change.queue.name}"`;
    case 'queueSettings':
      return `the after-call work of the queue "${change.queue.name}"`;
    case 'outbound':
      return `the outbound mapping of "${change.name}"`;
    case 'metadata':
      return `the row "${change.key}" of the data table "${change.table.name}"`;
    default:
      return `the code "${change.name}"`;
  }
}
