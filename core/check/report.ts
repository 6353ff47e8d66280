/** From findings in offsets to problems in lines and characters. */
import { plainWords } from '../text/plainWords.ts';
import type { Lines } from '../text/position.ts';
import type { SpanEdit } from '../text/edit.ts';
import type { TextEdit } from '../text/position.ts';
import type { Fix, Problem, Severity } from './problem.ts';
import type { Finding, FixPlan } from './rule.ts';

export interface Reported extends Finding {
  readonly code: string;
  readonly severity: Severity;
}

export function problemOf(lines: Lines, finding: Reported): Problem {
  const related = finding.related?.map(({ message, span }) => ({
    message: plainWords(message),
    range: lines.rangeOf(span),
  }));
  return {
    code: finding.code,
    message: plainWords(finding.message),
    severity: finding.severity,
    range: lines.rangeOf(finding.span),
    fixes: (finding.fixes ?? []).map((fix) => fixOf(lines, fix)),
    ...(related === undefined || related.length === 0 ? {} : { related }),
  };
}

function fixOf(lines: Lines, { title, edits, preferred }: FixPlan): Fix {
  return {
    title: plainWords(title),
    edits: edits.map((edit) => textEditOf(lines, edit)),
    ...(preferred === true ? { preferred } : {}),
  };
}

function textEditOf(lines: Lines, { span, newText }: SpanEdit): TextEdit {
  return { range: lines.rangeOf(span), newText };
}

/** In the order of the file; the same finding about the same place once, which happens where an alias repeats it. */
export function tidy(findings: readonly Reported[]): Reported[] {
  const seen = new Set<string>();
  return findings
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .filter(({ code, span, message }) => {
      const key = `${code} ${span.start} ${span.end} ${message}`;
      return !seen.has(key) && seen.add(key);
    });
}
