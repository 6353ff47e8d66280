/** The columns that a query's result can have. */
import type { RowLevel } from '../../query/compile/index.ts';
import type { JsonObject, QueryKind } from '../../query/model.ts';
import type { Column } from '../../query/run/model.ts';
import { allColumns } from '../../query/run/rows/columns.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText, textsOf } from '../../text/walk.ts';

/** Of the rows that `output.rows` asks for; of an aggregate its own groups, metrics and views. */
export function columnsAt(kind: QueryKind, root: Node | undefined): readonly Column[] {
  if (kind === 'ConversationAggregates') return allColumns(kind, 'aggregate', bodyOf(root));
  const rows = childOf(childOf(root, 'output'), 'rows');
  return allColumns(kind, isText(rows) && isLevel(rows.value) ? rows.value : 'wrapUp');
}

/** As much of the body as decides about columns, whatever else is half-typed. */
function bodyOf(root: Node | undefined): JsonObject {
  const texts = (node: Node | undefined): readonly string[] => textsOf(node).map(({ value }) => value);
  const views = childOf(root, 'views');
  const viewOf = (view: Node): readonly JsonObject[] => {
    const [name, target] = [childOf(view, 'name'), childOf(view, 'target')];
    return isText(name) && isText(target) ? [{ name: name.value, target: target.value, function: 'rangeBound' }] : [];
  };
  return {
    metrics: texts(childOf(root, 'metrics')),
    groupBy: texts(childOf(root, 'groupBy')),
    views: views?.kind === 'seq' ? views.items.flatMap(viewOf) : [],
  };
}

function isLevel(text: string): text is RowLevel {
  return ['conversation', 'participant', 'session', 'segment', 'wrapUp'].includes(text);
}
