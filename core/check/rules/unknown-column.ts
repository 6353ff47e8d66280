import { renameKey, removeItem, replaceText, type SpanEdit } from '../../text/edit.ts';
import type { Span } from '../../text/position.ts';
import type { TextNode } from '../../text/walk.ts';
import { childOf, isText, keyOf, textsOf } from '../../text/walk.ts';
import { field, type QueryEntry } from '../entry.ts';
import { columnsAt } from '../query/queryColumns.ts';
import type { QueryIndexes } from '../query/queryIndexes.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { didYouMean } from '../suggest.ts';

/** A column that the rows of this query do not have. */
export const unknownColumn: Rule = { code: 'unknown-column', severity: 'error', inQuery: look };

interface Named {
  readonly text: string;
  readonly span: Span;
  readonly change: (to: string) => SpanEdit | undefined;
  readonly removal?: readonly SpanEdit[] | undefined;
}

function look(entry: QueryEntry, { suggest }: QueryIndexes): readonly Finding[] {
  const named = namedColumns(entry);
  if (named.length === 0 || isUnsure(entry)) return [];
  const keys = columnsAt(entry.file, entry.map).map(({ key }) => key);
  return named.flatMap(({ text, span, change, removal }): Finding[] => {
    if (text === '' || keys.includes(text)) return [];
    const meant = keys.find((key) => isNameOf(text, key)) ?? suggest(text, keys);
    const edit = meant === undefined ? undefined : change(meant);
    const fixes = [
      ...fixIf(`Change to \`${meant}\``, edit === undefined ? undefined : [edit], true),
      ...fixIf(`Remove \`${text}\``, removal),
    ];
    const advice = didYouMean(meant) || ' Completion lists those that there are.';
    return [{ span, message: `These rows have no column \`${text}\`.${advice}`, fixes }];
  });
}

/** `queueName`, `agentFullName`: what has a name is shown by it, under the key alone. */
function isNameOf(text: string, key: string): boolean {
  return text.toLowerCase().replace(/(?:full|display)?_?name$/, '') === key.toLowerCase();
}

/** Where rows, groups or metrics are wrong themselves, nobody knows which columns there would be. */
function isUnsure({ issues }: QueryEntry): boolean {
  const deciding = new Set(['metrics', 'groupBy', 'views']);
  return issues.some(({ path }) => deciding.has(String(path[0])) || (path[0] === 'output' && path[1] === 'rows'));
}

function namedColumns(entry: QueryEntry): readonly Named[] {
  const output = field(entry, 'output');
  const columns = childOf(output, 'columns');
  const exclude = childOf(output, 'exclude');
  const chart = childOf(output, 'chart');
  const listed =
    columns?.kind === 'seq'
      ? textsOf(columns).map((node) => ({
          ...ofText(node),
          removal: removeItem(entry.text, columns, columns.items.indexOf(node)),
        }))
      : [];
  const excluded =
    exclude?.kind === 'map'
      ? exclude.pairs.map((pair) => ({
          text: keyOf(pair),
          span: pair.key.span,
          change: (to: string) => (exclude.alias === true ? undefined : renameKey(pair, to)),
        }))
      : [];
  const drawn = ['x', 'y', 'stack'].flatMap((key) => {
    const node = childOf(chart, key);
    return isText(node) && !(key === 'y' && node.value === 'count') ? [ofText(node)] : [];
  });
  return [...listed, ...excluded, ...drawn];
}

function ofText(node: TextNode): Named {
  const change = (to: string): SpanEdit | undefined => (node.alias === true ? undefined : replaceText(node, to));
  return { text: node.value, span: node.span, change };
}
