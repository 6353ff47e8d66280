/** A catalog as people would write it: queues and flags on one line, quotes only where a reader might misread a text. */
import { Document, isMap, isScalar, isSeq, type Scalar, visit } from 'yaml';
import type { WrapUpCatalog, WrapUpCode } from '../../contract/generated/files.ts';
import { isPlainSafe } from '../../text/quote.ts';

/** Ends with a line break. */
export function catalogText(catalog: WrapUpCatalog): string {
  return written(catalog);
}

/** One entry as an item of `codes`, without its line break. `indent` are the spaces before its dash. */
export function entryText(code: WrapUpCode, indent: string): string {
  return written([code]).trimEnd().replaceAll(/^/gm, indent);
}

/** Keys whose lists are short. */
const onOneLine: ReadonlySet<unknown> = new Set([
  'queues',
  'reportingTags',
  'environments',
  'formerly',
  'outbound',
  'afterCallWork',
]);

function written(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Pair: (_key, { key, value: node }) => {
      const isShort = isScalar(key) && onOneLine.has(key.value) && (isSeq(node) || isMap(node));
      // The queues of a catalog are a map of declarations, one on each line; what is declared stands in its line.
      if (isShort && !(isMap(node) && key.value === 'queues')) node.flow = true;
      if (isMap(node) && node.items.length === 0) node.flow = true;
    },
    Scalar: (_key, scalar, path) => quoteWhereNeeded(scalar, path.some(isFlow)),
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function quoteWhereNeeded(scalar: Scalar, inFlow: boolean): void {
  if (typeof scalar.value === 'string') scalar.type = isPlainSafe(scalar.value, inFlow) ? 'PLAIN' : 'QUOTE_DOUBLE';
}

const isFlow = (node: unknown): boolean => (isMap(node) || isSeq(node)) && node.flow === true;
