/** Runs rules on entries. A rule that fails is itself reported as `internal-error`. */
import type { Span } from '../text/position.ts';
import { signOf, type CodeEntry, type Entry, type HeadEntry } from './entry.ts';
import type { Indexes } from './indexes/indexes.ts';
import { tidy, type Reported } from './report.ts';
import type { Finding, Rule } from './rule.ts';

/** What one rule says about an entry. */
export function run(rule: Rule, entry: Entry, look: () => readonly Finding[] | undefined): readonly Reported[] {
  try {
    return reported(rule, look() ?? nothing);
  } catch (error) {
    return [failure(rule, entry, error)];
  }
}

/** The same for the many codes of a catalog, without anything that costs each of them something. */
export function runInCode(rule: Rule, entry: CodeEntry, indexes: Indexes): readonly Reported[] {
  try {
    return reported(rule, rule.inCode?.(entry, indexes) ?? nothing);
  } catch (error) {
    return [failure(rule, entry, error)];
  }
}

export function runInHead(rule: Rule, entry: HeadEntry, indexes: Indexes): readonly Reported[] {
  return run(rule, entry, () => rule.inHead?.(entry, indexes));
}

const nothing: readonly Reported[] = [];

function reported({ code, severity }: Rule, findings: readonly Finding[]): readonly Reported[] {
  return findings.length === 0 ? nothing : findings.map((finding) => ({ ...finding, code, severity }));
}

function failure({ code }: Rule, entry: Entry, error: unknown): Reported {
  const message = `The check \`${code}\` failed here, so nothing can be said about it. Please report this: ${String(error)}`;
  return { code: 'internal-error', severity: 'error', span: signOf(entry), message };
}

/** All findings about a text in their order. What is broken as YAML is told as that, and nothing else about it. */
export function settle(text: string, syntax: readonly Reported[], meaning: readonly Reported[]): readonly Reported[] {
  if (syntax.length === 0) return tidy(meaning);
  const broken = syntax.filter(({ code }) => code !== 'duplicate-key').map(({ span }) => withKey(text, span));
  return tidy([...syntax, ...meaning.filter(({ span }) => !broken.some((other) => overlap(span, other)))]);
}

/** What is broken takes the key on its line with it: `name` in `name: &` has no value, and everybody can see why. */
function withKey(text: string, { start, end }: Span): Span {
  const before =
    text
      .slice(Math.max(0, start - 200), start)
      .split('\n')
      .at(-1) ?? '';
  const key = /(?:^|[ \t{,])([^\s:,{}[\]-][^:,{}[\]]*:[ \t]+)$/.exec(before)?.[1] ?? '';
  return { start: start - key.length, end };
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
