import type { Problem, Severity } from '#core/check/problem.ts';
import { printable } from '../escape.ts';
import type { Style } from '../style.ts';
import { displayWidth } from '../width.ts';
import type { CheckedFile } from './finding.ts';

const COLOURS: Readonly<Record<Severity, 'red' | 'yellow' | 'blue'>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'blue',
};

/** A line longer than this is shown as a window around the problem. */
const WIDEST = 160;

/** Problems as a compiler prints them: place, sentence, the line and what is meant on it. */
export function textReport(files: readonly CheckedFile[], style: Style): string {
  return files
    .map(({ path, text, problems }) => {
      const lines = problems.length > 0 ? text.split(/\r\n|\r|\n/) : [];
      return problems.map((problem) => entry(path, lines, problem, style)).join('');
    })
    .join('');
}

function entry(path: string, lines: readonly string[], problem: Problem, style: Style): string {
  const { code, message, range, severity, related = [], fixes } = problem;
  const place = `${printable(path)}:${range.start.line + 1}:${range.start.character + 1}`;
  const notes = related.map(
    (other) =>
      `  ${style('dim', `${printable(other.file ?? path)}:${other.range.start.line + 1}:${other.range.start.character + 1}`)} ${printable(other.message)}\n`,
  );
  const hints = fixes.slice(0, 1).map((fix) => `  ${style('dim', 'fix:')} ${printable(fix.title)}\n`);
  return [
    `${style('bold', place)} ${style(COLOURS[severity], severity)} ${printable(message)} ${style('dim', `[${code}]`)}\n`,
    excerpt(lines, problem, style),
    ...notes,
    ...hints,
  ].join('');
}

function excerpt(lines: readonly string[], { range, severity }: Problem, style: Style): string {
  const line = lines[range.start.line];
  if (line === undefined || line.trim() === '') return '';
  const from = range.start.character > WIDEST - 20 ? range.start.character - 40 : 0;
  const to = Math.min(line.length, from + WIDEST);
  const last = range.end.line > range.start.line ? line.length : range.end.character;
  const head = shown(line.slice(from, range.start.character));
  const marked = shown(line.slice(range.start.character, Math.min(last, to)));
  const rest = shown(line.slice(Math.min(Math.max(last, range.start.character), to), to));
  const number = `${range.start.line + 1}`;
  const gutter = ' '.repeat(number.length);
  const carets = '^'.repeat(Math.max(1, displayWidth(marked)));
  return [
    `  ${style('dim', `${number} |`)} ${from > 0 ? '…' : ''}${head}${marked}${rest}${to < line.length ? '…' : ''}\n`,
    `  ${style('dim', `${gutter} |`)} ${' '.repeat(displayWidth(head) + (from > 0 ? 1 : 0))}${style(COLOURS[severity], carets)}\n`,
  ].join('');
}

/** A tab would shift the carets. */
function shown(part: string): string {
  return printable(part.replaceAll('\t', '  '));
}
