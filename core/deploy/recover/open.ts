/** What a journal leaves open: pure reading of one apply's records. */
import type { ApplyStory, ChangeFact, WriteStory } from '../apply/journalRecords.ts';
import type { Write } from '../model.ts';

export type ChangeState =
  /** The journal says what became of it. */
  | { readonly kind: 'told'; readonly change: Write; readonly fact: ChangeFact }
  /** The org refused it, which was written down before anything else was. */
  | { readonly kind: 'refused'; readonly change: Write; readonly last: WriteStory }
  /** It may or may not be in the org. */
  | {
      readonly kind: 'open';
      readonly change: Write;
      readonly last: WriteStory;
      /** The code's, where an answer told it. */
      readonly codeId?: string;
      /** The journal says that nobody could tell. */
      readonly wasTold: boolean;
    }
  | { readonly kind: 'neverSent'; readonly change: Write };

/** One state for each change of the plan, in its order. */
export function statesOf(story: ApplyStory): readonly ChangeState[] {
  const writes = new Map<string, WriteStory[]>();
  for (const write of story.writes) {
    for (const id of write.intent.changes) writes.set(id, [...(writes.get(id) ?? []), write]);
  }
  return story.begin.changes.map((change) => stateOf(change, writes.get(change.id) ?? [], story.facts.get(change.id)));
}

function stateOf(change: Write, writes: readonly WriteStory[], fact: ChangeFact | undefined): ChangeState {
  const last = writes.findLast(({ outcome }) => outcome?.outcome !== 'not attempted');
  if (fact !== undefined && (fact.outcome !== 'unknown' || last === undefined)) return { kind: 'told', change, fact };
  if (last === undefined) return { kind: 'neverSent', change };
  // It may have been sent more than once, and only where each was refused it has certainly not happened.
  const refused = writes.every(({ outcome }) => outcome?.outcome === 'failed' || outcome?.outcome === 'not attempted');
  if (refused) return { kind: 'refused', change, last };
  const codeId = fact?.codeId ?? writes.flatMap(({ outcome }) => outcome?.codeId ?? [])[0];
  return { kind: 'open', change, last, wasTold: fact !== undefined, ...(codeId === undefined ? {} : { codeId }) };
}

/** The ids of the codes that the apply created, by their names in the file. */
export function createdIds(states: readonly ChangeState[]): ReadonlyMap<string, string> {
  return new Map(
    states.flatMap((state) => {
      if (state.change.kind !== 'create') return [];
      const codeId = state.kind === 'told' ? state.fact.codeId : state.kind === 'open' ? state.codeId : undefined;
      return codeId === undefined ? [] : [[state.change.name, codeId] as const];
    }),
  );
}
