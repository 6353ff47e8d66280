/** The order of changes, in which they can be sent, and their ids. */
import type { Change } from './model.ts';

/** A code is there before anything names it, and what points to a code is gone before the code is. */
const PHASES: readonly (readonly Change['kind'][])[] = [
  ['create'],
  ['update', 'adopt', 'rename'],
  ['move'],
  ['associate'],
  ['queueSettings'],
  ['outbound'],
  ['metadata'],
  ['dissociate'],
  ['delete'],
  ['blocked'],
];
const PHASE = new Map(PHASES.flatMap((kinds, index) => kinds.map((kind) => [kind, index] as const)));
const phaseOf = ({ kind }: Change): number => PHASE.get(kind) ?? PHASES.length;

/** Within a kind they keep their order. */
export function inOrder<T extends Change>(changes: readonly T[]): readonly T[] {
  return [...changes].sort((a, b) => phaseOf(a) - phaseOf(b));
}

/** Only blocked entries and codes that no catalog names can share a name, and with it an id. */
export function withUniqueIds(changes: readonly Change[]): readonly Change[] {
  const seen = new Map<string, number>();
  return changes.map((change) => {
    const count = (seen.get(change.id) ?? 0) + 1;
    seen.set(change.id, count);
    return count === 1 ? change : { ...change, id: `${change.id}#${count}` };
  });
}
