import type { CheckedFile } from './finding.ts';

/** `[{file, code, severity, message, range}]`, lines and characters from 0, in UTF-16 units. */
export function jsonReport(files: readonly CheckedFile[]): string {
  const findings = files.flatMap(({ path, problems }) =>
    problems.map(({ code, severity, message, range }) => ({ file: path, code, severity, message, range })),
  );
  return `${JSON.stringify(findings, null, 2)}\n`;
}
