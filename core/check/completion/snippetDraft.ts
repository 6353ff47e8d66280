import type { Draft, Site } from './site.ts';

/** A piece that begins with a key of a map. */
export interface MapSnippet {
  /** The key that it begins with, where that may be there already; undefined for one that is typed over. */
  readonly key?: string;
  readonly item: Draft;
}

/** A snippet of lines; those after the first are indented to where its key begins. */
export function snippet(
  { range, cursor }: Pick<Site, 'range' | 'cursor'>,
  label: string,
  detail: string,
  lines: readonly string[],
): Draft {
  return {
    label,
    kind: 'snippet',
    detail,
    insertText: lines.join(`\n${' '.repeat(cursor.inset)}`),
    isSnippet: true,
    range,
  };
}
