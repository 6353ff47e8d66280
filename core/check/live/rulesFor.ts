/** Which rules may find something in a code. Thousands of codes have the same fields and nothing wrong. */
import { keyOf } from '../../text/walk.ts';
import type { CodeEntry } from '../entry.ts';
import type { Rule } from '../rule.ts';

export function newRulesFor(rules: readonly Rule[]): (entry: CodeEntry) => readonly Rule[] {
  const fields = new Set(rules.flatMap(({ codesWith = [] }) => (codesWith === 'issues' ? [] : codesWith)));
  const bits = new Map([...fields].map((field, at) => [field, 2 << at]));
  const bitsOf = ({ codesWith }: Rule): number => {
    if (codesWith === undefined) return everyBit;
    return codesWith === 'issues' ? issuesBit : codesWith.reduce((sum, field) => sum | (bits.get(field) ?? 0), 0);
  };
  const known = new Map<number, readonly Rule[]>();
  return (entry) => {
    let own = anyBit | (entry.issues.length > 0 ? issuesBit : 0);
    for (const pair of entry.map?.pairs ?? []) own |= bits.get(keyOf(pair)) ?? 0;
    const list = known.get(own) ?? rules.filter((rule) => (bitsOf(rule) & own) !== 0);
    known.set(own, list);
    return list;
  };
}

const issuesBit = 1;
/** All codes have this one. */
const anyBit = 1 << 30;
const everyBit = -1;
