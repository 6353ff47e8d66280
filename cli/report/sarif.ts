import type { Problem, Severity } from '#core/check/problem.ts';
import type { Range } from '#core/text/position.ts';
import type { CheckedFile } from './finding.ts';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** SARIF 2.1.0; lines and columns count from 1, columns in UTF-16 units, paths are relative URIs. */
export function sarifReport(files: readonly CheckedFile[], version: string): string {
  const rules = [...new Set(files.flatMap(({ problems }) => problems.map(({ code }) => code)))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'wrapsmith', version, rules: rules.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        artifacts: files.map(({ path }) => ({ location: { uri: uri(path) } })),
        results: files.flatMap(({ path, problems }) => problems.map((problem) => result(path, problem, rules))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function result(path: string, problem: Problem, rules: readonly string[]): object {
  const related = problem.related ?? [];
  return {
    ruleId: problem.code,
    ruleIndex: rules.indexOf(problem.code),
    level: LEVELS[problem.severity],
    message: { text: problem.message },
    locations: [location(path, problem.range)],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) =>
        location(other.file ?? path, other.range, { id, message: { text: other.message } }),
      ),
    }),
  };
}

function location(path: string, { start, end }: Range, more: object = {}): object {
  return {
    ...more,
    physicalLocation: {
      artifactLocation: { uri: uri(path) },
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      },
    },
  };
}

/** Relative paths stay relative; each segment is percent-encoded. */
function uri(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return `file://${encoded}`;
  return /^[A-Za-z]:\//.test(path) ? `file:///${path.slice(0, 2)}${encoded.slice(4)}` : encoded;
}
