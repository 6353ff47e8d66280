import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Problem, Severity } from '#core/check/problem.ts';
import { DIAGNOSTIC_SOURCE } from './protocol.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The one conversion of the core's problems into LSP. `withRelated` follows the client's capability. */
export function toDiagnostic(problem: Problem, uri: string, withRelated: boolean): Diagnostic {
  const related = withRelated ? (problem.related ?? []) : [];
  return {
    source: DIAGNOSTIC_SOURCE,
    code: problem.code,
    severity: SEVERITIES[problem.severity],
    message: problem.message,
    range: problem.range,
    ...(related.length > 0 && {
      relatedInformation: related.map((other) => ({
        message: other.message,
        location: { uri: other.file ?? uri, range: other.range },
      })),
    }),
  };
}
