/** Text that begins with `|` or `>`, in its ordinary forms. */
import type { ScalarNode } from '../tree.ts';
import { code, nextLine, toContent, type Scan } from './scan.ts';

/** `column` is the indentation of what the text belongs to. */
export function readBlockText(scan: Scan, column: number): ScalarNode | undefined {
  const { text, at: start } = scan;
  const header = /[|>]-?(?=\r?\n)/y;
  header.lastIndex = start;
  const mark = header.exec(text)?.[0];
  if (mark === undefined) return undefined;
  let line = nextLine(text, start);
  const indent = indentAt(text, line);
  if (indent <= column || isBlank(text, line + indent)) return undefined;
  const lines: string[] = [];
  let end = start;
  while (line < text.length) {
    const next = nextLine(text, line);
    const own = indentAt(text, line);
    if (isBlank(text, line + own)) {
      if (own > indent) return undefined;
      lines.push('');
    } else {
      if (own < indent) break;
      if (own > indent && mark.startsWith('>')) return undefined;
      end = contentEnd(text, next);
      lines.push(text.slice(line + indent, end));
    }
    line = next;
  }
  while (lines.at(-1) === '') lines.pop();
  // A line that stands further left than the text, and further right than its key, is an error or a comment.
  if (line < text.length && indentAt(text, line) > column) return undefined;
  toContent(scan, line);
  if (scan.column > column) return undefined;
  const value = (mark.startsWith('|') ? lines.join('\n') : folded(lines)) + (mark.endsWith('-') ? '' : '\n');
  const source = text.slice(start, end).trimEnd();
  return { kind: 'scalar', span: { start, end: start + source.length }, value, source, style: 'block' };
}

/** Lines become one, empty lines line breaks. */
function folded(lines: readonly string[]): string {
  let value = '';
  let between = '';
  for (const line of lines) {
    if (line !== '') {
      value += between + line;
      between = ' ';
    } else if (between === '\n') value += '\n';
    else between = '\n';
  }
  return value;
}

function indentAt(text: string, line: number): number {
  let at = line;
  while (text.charCodeAt(at) === code.space) at++;
  return at - line;
}

function isBlank(text: string, at: number): boolean {
  const own = text.charCodeAt(at);
  return own === code.lf || own === code.cr || at >= text.length;
}

/** The end of a line's text, from the start of the next line. */
function contentEnd(text: string, next: number): number {
  let end = next;
  if (text.charCodeAt(end - 1) === code.lf) end--;
  if (text.charCodeAt(end - 1) === code.cr) end--;
  return end;
}
