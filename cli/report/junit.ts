import type { Problem } from '#core/check/problem.ts';
import { type CheckedFile, isFailure } from './finding.ts';
import { xml } from './xml.ts';

/**
 * JUnit XML as CI servers read it: a suite for each file, a failed case for each error or warning, a passed one
 * with its text in `system-out` for what is only information, and one passed case for a clean file.
 */
export function junitReport(files: readonly CheckedFile[]): string {
  const total = files.reduce((sum, file) => sum + Math.max(1, file.problems.length), 0);
  const suites = files.map(suite).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="wrapsmith validate" tests="${total}" failures="${failures(files.flatMap((file) => file.problems))}" errors="0">\n${suites}</testsuites>\n`;
}

function suite({ path, problems }: CheckedFile): string {
  const cases =
    problems.length === 0
      ? `    <testcase classname="${xml(path)}" name="no problems"/>\n`
      : problems.map((problem) => testCase(path, problem)).join('');
  return `  <testsuite name="${xml(path)}" tests="${Math.max(1, problems.length)}" failures="${failures(problems)}" errors="0">\n${cases}  </testsuite>\n`;
}

function testCase(path: string, problem: Problem): string {
  const { code, severity, message, range } = problem;
  const place = `${range.start.line + 1}:${range.start.character + 1}`;
  const body = isFailure(problem)
    ? `<failure type="${severity}" message="${xml(message)}">${xml(`${path}:${place} ${severity} ${code}: ${message}`)}</failure>`
    : `<system-out>${xml(`${path}:${place} ${severity} ${code}: ${message}`)}</system-out>`;
  return `    <testcase classname="${xml(path)}" name="${xml(`${place} ${code}`)}">${body}</testcase>\n`;
}

function failures(problems: readonly Problem[]): number {
  return problems.filter(isFailure).length;
}
