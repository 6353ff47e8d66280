import type { Problem, Severity } from '#core/check/problem.ts';
import { printable } from '../escape.ts';
import type { CheckedFile } from './finding.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions, one line a problem; lines and columns count from 1. */
export function githubReport(files: readonly CheckedFile[]): string {
  return files.map(({ path, problems }) => problems.map((problem) => annotation(path, problem)).join('')).join('');
}

function annotation(path: string, { code, severity, message, range: { start, end } }: Problem): string {
  const place = [`file=${property(path)}`, `line=${start.line + 1}`, `endLine=${end.line + 1}`];
  // Columns are only understood where the annotation stays on one line.
  if (start.line === end.line)
    place.push(`col=${start.character + 1}`, `endColumn=${Math.max(end.character, start.character) + 1}`);
  place.push(`title=${property(`wrapsmith ${code}`)}`);
  return `::${COMMANDS[severity]} ${place.join(',')}::${data(message)}\n`;
}

function data(text: string): string {
  return text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .split(/(%0D|%0A)/)
    .map((part) => printable(part))
    .join('');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
