/** Which rules may find something in a code. Thousands of codes have the same fields and nothing wrong. */
import { keyOf } from '../../text/walk.ts';
import type { CodeEntry } from '../entry.ts';
import { isOrdinary } from '../ordinaryCode.ts';
import type { Around, Rule } from '../rule.ts';

/** Says of an ordinary code whether a thing is around it. */
export type IsAround = (what: Around) => boolean;

/** What may be there around a code. */
export const allAround: readonly Around[] = ['rivals', 'policy', 'org', 'undeclared'];

export type RulesFor = (entry: CodeEntry, isAround: IsAround) => readonly Rule[];

export function newRulesFor(rules: readonly Rule[]): RulesFor {
  const bits = new Map(
    [...new Set(rules.flatMap(({ codesWith }) => codesWith ?? []))].map((what, at) => [what, 2 << at] as const),
  );
  const bitOf = (what: string): number => bits.get(what) ?? 0;
  const bitsOf = ({ codesWith = [] }: Rule): number => {
    const named = typeof codesWith === 'string' ? [codesWith] : codesWith;
    return named.length === 0 ? always : named.reduce((sum, what) => sum | bitOf(what), 0);
  };
  const oddBits = ({ issues, map }: CodeEntry): number => {
    let odd = bitOf('oddities') | bitOf('undeclared') | (issues.length > 0 ? bitOf('issues') : 0);
    for (const pair of map?.pairs ?? []) odd |= bitOf(keyOf(pair));
    return odd;
  };
  const known = new Map<number, readonly Rule[]>();
  return (entry, isAround) => {
    const isOdd = !isOrdinary(entry.node);
    let own = isOdd ? always | oddBits(entry) : always;
    for (const what of allAround) if (!(isOdd && what === 'undeclared') && isAround(what)) own |= bitOf(what);
    const list = known.get(own) ?? rules.filter((rule) => (bitsOf(rule) & own) !== 0);
    known.set(own, list);
    return list;
  };
}

/** All codes have this one. */
const always = 1;
