/** From findings in offsets to problems in lines and characters. */
import { plainWords } from '../text/plainWords.ts';
import type { TextEdit } from '../text/position.ts';
import type { Home } from './home.ts';
import type { Fix, Problem, Related, Severity } from './problem.ts';
import type { Finding, FixPlan, PlannedEdit, RelatedPlace } from './rule.ts';

export interface Reported extends Finding {
  readonly code: string;
  readonly severity: Severity;
}

/**
 * `home` is that of the entry, or the file, in which the finding was made. Its fixes are made when they are asked for:
 * a problem that is typed away again is asked for none, and some of them have to be tried.
 */
export function problemOf(home: Home, finding: Reported): Problem {
  const related = finding.related?.map((place) => relatedOf(home, place));
  let fixes: readonly Fix[] | undefined;
  return {
    code: finding.code,
    message: plainWords(finding.message),
    severity: finding.severity,
    range: home.rangeOf(finding.span),
    get fixes() {
      return (fixes ??= fixesOf(home, finding));
    },
    ...(related === undefined || related.length === 0 ? {} : { related }),
  };
}

function fixesOf(home: Home, { fixes = [] }: Reported): readonly Fix[] {
  return fixes.filter((fix) => staysIn(home, fix)).map((fix) => fixOf(home, fix));
}

function relatedOf(home: Home, { message, span, entry }: RelatedPlace): Related {
  const other = entry?.home ?? home;
  return {
    message: plainWords(message),
    range: other.rangeOf(span),
    ...(other.file === home.file ? {} : { file: other.file }),
  };
}

function staysIn({ file }: Home, { edits }: FixPlan): boolean {
  return edits.every(({ entry }) => entry === undefined || entry.home.file === file);
}

function fixOf(home: Home, { title, edits, preferred }: FixPlan): Fix {
  return {
    title: plainWords(title),
    edits: edits.map((edit) => textEditOf(home, edit)),
    ...(preferred === true ? { preferred } : {}),
  };
}

/** Whatever piece the text was made for, it gets the line breaks of its file. */
function textEditOf(home: Home, { span, newText, entry }: PlannedEdit): TextEdit {
  const lines = newText.includes('\n') ? newText.replaceAll(/\r?\n/g, home.lineBreak) : newText;
  return { range: (entry?.home ?? home).rangeOf(span), newText: lines };
}

/** In the order of the text, whatever order they were found in; the same finding about the same place once, which happens where an alias repeats it. */
export function tidy(findings: readonly Reported[]): readonly Reported[] {
  if (findings.length < 2) return findings;
  const seen = new Set<string>();
  return findings.toSorted(compare).filter(({ code, span, message }) => {
    const key = `${code} ${span.start} ${span.end} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

function compare(a: Reported, b: Reported): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || order(a.code, b.code) || order(a.message, b.message);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
