/** The lines that git leaves in a file when it could not merge two versions. */
import type { SyntaxProblem } from './tree.ts';

const marker = /^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$)[^\r\n]*/gm;

/** The same text with spaces for the marker lines, so that both versions can be read, and one problem for each conflict. */
export function withoutConflicts(text: string): { readonly text: string; readonly problems: readonly SyntaxProblem[] } {
  const found = [...text.matchAll(marker)];
  const begins = found.filter(({ 0: line }) => line.startsWith('<'));
  if (begins.length === 0) return { text, problems: [] };
  const message =
    'Two versions of this part could not be merged by git. Keep one of them, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.';
  return {
    text: text.replace(marker, (line) => ' '.repeat(line.length)),
    problems: begins.map(({ 0: line, index }) => ({
      code: 'merge-conflict',
      message,
      span: { start: index, end: index + line.length },
    })),
  };
}
