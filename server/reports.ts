import type { Diagnostic } from 'vscode-languageserver';
import type { Problem, Severity } from '#core/check/problem.ts';
import type { OpenDocument } from './documents.ts';
import type { Project } from './project.ts';
import { MORE_PROBLEMS } from './protocol.ts';
import { toDiagnostic } from './toDiagnostic.ts';

/** What a client is told of one document. The same `id` as long as nothing changed. */
export interface Report {
  readonly id: string;
  readonly version: number;
  readonly problems: readonly Problem[];
  readonly diagnostics: Diagnostic[];
}

export interface Reports {
  /** As it is now. */
  of(document: OpenDocument, project: Project): Report;
  /** What was reported last. */
  last(document: OpenDocument): Report | undefined;
}

/** More of them nobody reads, and every one costs the client and the line to it. */
const MOST = 1000;

/** `withRelated` follows the client's capability. */
export function createReports(withRelated: boolean): Reports {
  const reports = new WeakMap<OpenDocument, Report>();
  const known = new WeakMap<Problem, Diagnostic>();
  let count = 0;
  const diagnosticOf = (problem: Problem, uri: string): Diagnostic => {
    const before = known.get(problem);
    if (before) return before;
    const diagnostic = toDiagnostic(problem, uri, withRelated);
    known.set(problem, diagnostic);
    return diagnostic;
  };
  const diagnosticsOf = (problems: readonly Problem[], uri: string): Diagnostic[] => {
    if (problems.length <= MOST) return problems.map((problem) => diagnosticOf(problem, uri));
    const told = worst(problems, MOST - 1);
    return [...told.map((problem) => diagnosticOf(problem, uri)), more(problems.length - told.length, uri)];
  };
  return {
    of(document, project) {
      const problems = project.admit(document) ? project.live.problems(document.text.name) : [];
      const before = reports.get(document);
      if (before && areSame(before.problems, problems)) return before;
      const { version } = document;
      const diagnostics = diagnosticsOf(problems, document.uri);
      // A file that nobody edited was looked at for the sake of another one, mostly for nothing.
      const isNews = before?.version !== version || JSON.stringify(before.diagnostics) !== JSON.stringify(diagnostics);
      const report = isNews ? { id: String(++count), version, problems, diagnostics } : { ...before, problems };
      reports.set(document, report);
      return report;
    },
    last: (document) => reports.get(document),
  };
}

function areSame(a: readonly Problem[], b: readonly Problem[]): boolean {
  return a === b || (a.length === b.length && a.every((problem, index) => problem === b[index]));
}

const ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

function worst(problems: readonly Problem[], count: number): readonly Problem[] {
  const found: Problem[] = [];
  for (const wanted of ORDER)
    for (const problem of problems) {
      if (found.length === count) return found;
      if (problem.severity === wanted) found.push(problem);
    }
  return found;
}

function more(count: number, uri: string): Diagnostic {
  const start = { line: 0, character: 0 };
  const message = `${count.toLocaleString('en')} more problems are not shown. Repair some of these first, or run \`wrapsmith validate\` to list them all.`;
  const problem: Problem = {
    code: MORE_PROBLEMS,
    severity: 'information',
    message,
    range: { start, end: start },
    fixes: [],
  };
  return toDiagnostic(problem, uri, false);
}
