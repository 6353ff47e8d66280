/** Ways of a code through its life: retired, deleted, and back. */
import { addPair, replaceText, type SpanEdit } from '../text/edit.ts';
import type { MapNode } from '../text/tree.ts';
import { isText, pairOf } from '../text/walk.ts';
import type { Draft } from './draft.ts';
import type { Selection } from './selection.ts';
import { added, removed, together } from './written.ts';

const states = [
  { state: 'retired', one: 'Retire this code', many: (count: number) => `Retire these ${count} codes` },
  {
    state: 'deleted',
    one: 'Mark this code as deleted',
    many: (count: number) => `Mark these ${count} codes as deleted`,
  },
  { state: 'active', one: 'Reactivate this code', many: (count: number) => `Reactivate these ${count} codes` },
] as const;

/** For the codes that are in another state. One that is active says nothing, as most do. */
export function stateChanges({ source, entries }: Selection): readonly Draft[] {
  return states.flatMap(({ state, one, many }): Draft[] => {
    const others = entries.filter((entry) => stateOf(entry) !== undefined && stateOf(entry) !== state);
    const edits = together(others.map((entry) => changed(source.text, entry, state)));
    if (edits === undefined) return [];
    return [{ title: others.length === 1 ? one : many(others.length), kind: 'refactor.rewrite', edits }];
  });
}

/** Undefined where what is written is no state. */
function stateOf(entry: MapNode): string | undefined {
  const pair = pairOf(entry, 'state');
  if (pair === undefined) return 'active';
  const { value } = pair;
  return isText(value) && value.alias !== true ? value.value : undefined;
}

function changed(text: string, entry: MapNode, state: string): readonly SpanEdit[] | undefined {
  const pair = pairOf(entry, 'state');
  if (pair === undefined) return added(text, entry, 'state', state) ?? addPair(text, entry, 'state', state);
  if (pair.value?.kind !== 'scalar') return undefined;
  const removal = state === 'active' ? removed(text, entry, pair) : undefined;
  return removal ?? [replaceText(pair.value, state)];
}
