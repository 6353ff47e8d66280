import { readSource } from '../parse.ts';
import type { SourceFile } from '../tree.ts';
import type { Excerpt, LiveText, TextChange } from './model.ts';

/** A file as it is opened. */
export function openText(name: string, opened: string): LiveText {
  let text = opened;
  let read: SourceFile | undefined;
  const source = (): SourceFile => (read ??= readSource(name, text));
  const whole = (): Excerpt => ({
    source: source(),
    toFile: (position) => position,
    fromFile: (position) => position,
  });
  return {
    name,
    get lineCount() {
      return source().lines.count;
    },
    layout: undefined,
    change(changes) {
      for (const change of changes) text = changed(text, change, source());
      read = undefined;
      return { kind: 'all' };
    },
    text: () => text,
    source,
    excerpt: whole,
    excerptOf: whole,
  };
}

function changed(before: string, { range, text }: TextChange, { lines }: SourceFile): string {
  if (range === undefined) return text;
  return before.slice(0, lines.offsetAt(range.start)) + text + before.slice(lines.offsetAt(range.end));
}
