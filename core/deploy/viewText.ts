/** Lists of a view as YAML, in a form that comparisons pair well. */
import { Document, isScalar, isSeq, visit } from 'yaml';
import { plain } from './format/escape.ts';

export interface ViewBlock {
  /** A comment above the item: the same line on both sides. */
  readonly heading: string;
  /** Absent where this side has no such thing. */
  readonly item?: object;
}

/** A list under its key, with a heading per item, which stands on both sides also where one has no item. */
export function viewSection(key: string, blocks: readonly ViewBlock[]): string {
  return blocks.length === 0 ? `${key}: []\n` : `${key}:\n${blocks.map(blockText).join('')}`;
}

const blockText = ({ heading, item }: ViewBlock): string =>
  `  # ${plain(heading)}\n${item === undefined ? '' : indented(itemText(item))}`;

/** As a list of one, its own lists on one line. */
function itemText(item: object): string {
  const document = new Document([item]);
  visit(document, {
    Pair: (_key, { key, value }) => {
      if (isScalar(key) && isSeq(value)) value.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Only line feeds end a line of YAML: a pattern's own idea of lines knows more. */
const indented = (text: string): string => text.replaceAll(/(^|\n)(?=[^\n])/g, '$1  ');
