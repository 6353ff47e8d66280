/** What one apply has done, as its journal tells it. Pure. */
import type { ApplyStory } from '../apply/journalRecords.ts';
import type { Write } from '../model.ts';

export interface DoneChange {
  readonly change: Write;
  /** The code's, where the change is about one. */
  readonly codeId?: string;
}

/** Only what the apply itself has sent: what the org had already is not the apply's to take back. */
export function doneBy({ begin, writes, facts }: ApplyStory): readonly DoneChange[] {
  const sent = new Set(
    writes.flatMap(({ intent, outcome }) =>
      outcome?.outcome === 'failed' || outcome?.outcome === 'not attempted' ? [] : intent.changes,
    ),
  );
  const done = begin.changes.filter(({ id }) => sent.has(id) && facts.get(id)?.outcome === 'done');
  const made = new Map(
    done.flatMap(({ kind, id, name }) => {
      const codeId = facts.get(id)?.codeId;
      return kind === 'create' && codeId !== undefined ? [[name, codeId] as const] : [];
    }),
  );
  return done.map((change) => {
    const known = 'codeId' in change ? change.codeId : facts.get(change.id)?.codeId;
    const codeId = known ?? made.get(change.name);
    return codeId === undefined ? { change } : { change, codeId };
  });
}
