import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../../scripts/editor-host/paths.ts';

/** One test: a sentence that was true, or the reason why it was not. */
export interface TestResult {
  readonly part: string;
  readonly name: string;
  readonly milliseconds: number;
  /** Absent when it passed. */
  readonly failure?: string;
}

/** Takes a result as soon as its test ended. */
export type Tell = (result: TestResult) => void;

export interface Report {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly { readonly part: string; readonly name: string; readonly message: string }[];
  readonly tests: readonly TestResult[];
}

export function toReport(tests: readonly TestResult[]): Report {
  const failures = tests.flatMap(({ part, name, failure }) =>
    failure === undefined ? [] : [{ part, name, message: failure }],
  );
  return { passed: tests.length - failures.length, failed: failures.length, failures, tests };
}

/** Writes artifacts/e2e.json, and the failures in full to the terminal. */
export async function writeReport(report: Report): Promise<void> {
  const file = path.join(root, 'artifacts', 'e2e.json');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(report, undefined, 2)}\n`);
  for (const { part, name, message } of report.failures) console.error(`\n✗ ${part}: ${name}\n${indent(message)}`);
  console.log(`\n${report.passed} passed, ${report.failed} failed`);
}

/** One line as soon as a test ended, so that a long run shows where it is. */
export function printResult({ part, name, milliseconds, failure }: TestResult): void {
  console.log(`${failure === undefined ? '✓' : '✗'} ${part}: ${name} (${milliseconds} ms)`);
}

const indent = (text: string) => text.replaceAll(/^/gm, '    ');
