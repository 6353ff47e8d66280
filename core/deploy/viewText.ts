/** Lists of a view as YAML, in a form that comparisons pair well. */
import { Document, isScalar, isSeq, visit } from 'yaml';
import { plain } from './format/escape.ts';

/** What the lists hold: texts, numbers, and lists of texts. */
export type ViewItem = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface ViewBlock {
  /** A comment above the item: the same line on both sides. */
  readonly heading: string;
  /** The item's text; absent where this side has no such thing. */
  readonly text?: string;
}

/** A list under its key, with a heading per item, which stands on both sides also where one has no item. */
export function viewSection(key: string, blocks: readonly ViewBlock[]): string {
  if (blocks.length === 0) return `${key}: []\n`;
  return `${key}:\n${blocks.map(({ heading, text = '' }) => `  # ${plain(heading)}\n${text}`).join('')}`;
}

/** An item of a list that stands two spaces deep; its own lists are on one line. */
export function itemText(item: ViewItem): string {
  return ordinaryText(item) ?? libraryText(item);
}

/** Ten thousand codes are written in this way, many times as fast as by the library, and with the same text. */
function ordinaryText(item: ViewItem): string | undefined {
  const lines: string[] = [];
  for (const [key, value] of Object.entries(item)) {
    const text = valueText(value);
    if (text === undefined || scalarText(key) !== key) return undefined;
    lines.push(`  ${lines.length === 0 ? '- ' : '  '}${key}: ${text}\n`);
  }
  return lines.length === 0 ? undefined : lines.join('');
}

function valueText(value: ViewItem[string]): string | undefined {
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'object') return scalarText(value);
  const texts = value.map(scalarText);
  return texts.includes(undefined) ? undefined : `[${texts.join(', ')}]`;
}

/** Words that no reader of YAML takes for anything else, in a list neither, and the two texts that every catalog has. */
function scalarText(text: string | number): string | undefined {
  if (text === '*' || text === '') return `"${text}"`;
  const isWord =
    typeof text === 'string' &&
    /^[A-Za-z](?:[A-Za-z0-9_ ./()-]*[A-Za-z0-9_)])?$/.test(text) &&
    !/^(?:true|false|null)$/i.test(text);
  return isWord ? text : undefined;
}

export function libraryText(item: ViewItem): string {
  const document = new Document([item]);
  visit(document, {
    Pair: (_key, { key, value }) => {
      if (isScalar(key) && isSeq(value)) value.flow = true;
    },
  });
  return indented(document.toString({ lineWidth: 0, flowCollectionPadding: false }));
}

/** Only line feeds end a line of YAML: a pattern's own idea of lines knows more. */
const indented = (text: string): string => text.replaceAll(/(^|\n)(?=[^\n])/g, '$1  ');
