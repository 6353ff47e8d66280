/** Runs rules and remembers which of them ever read more than their own entry: only they have to run again for what others say. */
import type { Reported } from '../report.ts';
import type { Rule } from '../rule.ts';
import { forgetReads, type Reader, type Tracker } from './reader.ts';
import { allAround } from './rulesFor.ts';

export interface RuleReads {
  /** What rules say: all of them, or those that may find something. */
  all(reader: Reader, look: (rule: Rule) => readonly Reported[], some?: readonly Rule[]): readonly Reported[];
  /** The same, where the entry has not changed since `before` was found, and nothing in it is broken. */
  again(reader: Reader, before: readonly Reported[], look: (rule: Rule) => readonly Reported[]): readonly Reported[];
}

export function newRuleReads(tracker: Tracker, rules: readonly Rule[]): RuleReads {
  // Those that are not asked before there is something around an entry.
  const waiting = rules.filter(({ codesWith }) => allAround.some((what) => what === codesWith));
  const reading = new Map<string, Rule>(waiting.map((rule) => [rule.code, rule]));
  const runAll = (reader: Reader, list: Iterable<Rule>, look: (rule: Rule) => readonly Reported[]): Reported[] => {
    const found: Reported[] = [];
    forgetReads(reader);
    tracker.current = reader;
    for (const rule of list) {
      tracker.hasRead = false;
      const findings = look(rule);
      if (findings.length > 0) found.push(...findings);
      if (tracker.hasRead) reading.set(rule.code, rule);
    }
    tracker.current = undefined;
    return found;
  };
  return {
    all: (reader, look, some = rules) => runAll(reader, some, look),
    again(reader, before, look) {
      // A rule that failed is reported under another name.
      if (before.some(({ code }) => code === 'internal-error')) return runAll(reader, rules, look);
      const kept = before.filter(({ code }) => !reading.has(code));
      const found = runAll(reader, [...reading.values()], look);
      return kept.length === 0 ? found : [...kept, ...found];
    },
  };
}
