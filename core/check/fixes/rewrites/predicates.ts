/** A condition in another form becomes the API's own predicates, one for each value. */
import { isQueryKind } from '../../../contract/schema.ts';
import { insert, lineBreakOf, lineStart, removeItem, replaceText, type SpanEdit } from '../../../text/edit.ts';
import type { MapNode, Node, Pair, SeqNode } from '../../../text/tree.ts';
import { childOf, isText, pairOf } from '../../../text/walk.ts';
import type { FixPlan } from '../../rule.ts';
import { commentsIn, removeKeeping, withComments } from './comments.ts';
import { type Condition, readCondition } from './condition.ts';
import type { RewriteSite } from './site.ts';
import { type Writer, writerFor } from './written.ts';

/** `site.parent` is the condition. `site.path` leads to one of its keys. */
export function toPredicates(site: RewriteSite): FixPlan | undefined {
  const { entry, parent, path = [] } = site;
  if (!isQueryKind(entry.file) || parent.alias === true) return undefined;
  if (pairOf(parent, 'predicates') !== undefined || pairOf(parent, 'clauses') !== undefined) return joinedBy(site);
  const condition = readCondition(parent, entry.file);
  if (condition === undefined) return undefined;
  const predicates = predicatesOf(condition, writerFor(parent));
  const isPredicate = path.at(-3) === 'predicates';
  return isPredicate ? inPredicates(site, predicates) : asGroup(site, predicates);
}

/** A filter that says `operator: AND` beside its predicates. */
function joinedBy({ parent, pair }: RewriteSite): FixPlan | undefined {
  const word = isText(pair.value) ? pair.value.value.toLowerCase() : '';
  if (pairOf(parent, 'type') !== undefined || (word !== 'and' && word !== 'or') || !isText(pair.value))
    return undefined;
  return {
    title: `Change to \`type: ${word}\``,
    edits: [replaceText(pair.key, 'type'), replaceText(pair.value, word)],
  };
}

function asGroup({ entry, parent }: RewriteSite, predicates: readonly string[]): FixPlan {
  const writer = writerFor(parent);
  const flow = writer.map([
    ['type', writer.text('or')],
    ['predicates', writer.list(predicates)],
  ]);
  const newText = parent.flow ? flow : asLines(entry.text, parent, predicates);
  return { title: 'Change to predicates', edits: replaceNode(entry.text, parent, newText) };
}

/** As the map was: one key a line. */
function asLines(text: string, { span }: MapNode, predicates: readonly string[]): string {
  const room = `${lineBreakOf(text)}${' '.repeat(span.start - lineStart(text, span.start))}`;
  return ['type: or', 'predicates:', ...predicates.map((predicate) => `  - ${predicate}`)].join(room);
}

function inPredicates(site: RewriteSite, predicates: readonly string[]): FixPlan | undefined {
  const { entry, parent, path = [] } = site;
  const group = nodeAt(entry.node, path.slice(0, -3));
  const list = childOf(group, 'predicates');
  const type = childOf(group, 'type');
  if (list?.kind !== 'seq' || list.alias === true) return undefined;
  const [only, ...others] = predicates;
  if (only !== undefined && others.length === 0)
    return { title: 'Change to a predicate', edits: replaceNode(entry.text, parent, only) };
  const isOr = isText(type) && type.value.toLowerCase() === 'or';
  const isAlone = list.items.length === 1 && pairOf(group, 'clauses') === undefined;
  if (!isOr && !isAlone) return asClause(site, group, list, predicates);
  const edits = replaceNode(entry.text, parent, predicates.join(separatorIn(entry.text, list, parent)));
  const joined: readonly SpanEdit[] = isOr || !isText(type) ? [] : [replaceText(type, 'or')];
  return { title: 'Change to a predicate for each value', edits: [...joined, ...edits] };
}

/** Several values beside other conditions are a clause of the filter. A clause has no room for another. */
function asClause(
  { entry, parent, path = [] }: RewriteSite,
  group: Node | undefined,
  list: SeqNode,
  predicates: readonly string[],
): FixPlan | undefined {
  const pair = pairOf(group, 'predicates');
  const isClause = path.at(-5) === 'clauses';
  if (group?.kind !== 'map' || pair === undefined || isClause) return undefined;
  const writer = writerFor(group);
  const clause = writer.map([
    ['type', writer.text('or')],
    ['predicates', writer.list(predicates)],
  ]);
  const addition = clauseAdded(entry.text, group, pair, clause, writer);
  if (addition === undefined) return undefined;
  const removal =
    list.items.length === 1 ? removeKeeping(entry.text, group, pair) : withoutItem(entry.text, list, parent);
  if (removal === undefined) return undefined;
  const edits = [addition, ...removal];
  return { title: 'Change to a clause with a predicate for each value', edits };
}

function withoutItem(text: string, list: SeqNode, item: MapNode): readonly SpanEdit[] | undefined {
  const [removal, ...others] = removeItem(text, list, list.items.indexOf(item)) ?? [];
  return removal && [...withComments(text, removal, commentsIn(text, item.span, item)), ...others];
}

/** Behind the clauses that there are, or as the first one, before the predicates. */
function clauseAdded(text: string, group: MapNode, before: Pair, clause: string, writer: Writer): SpanEdit | undefined {
  const clauses = pairOf(group, 'clauses');
  if (clauses === undefined) {
    const at = before.span.start;
    const room = group.flow ? ', ' : `${lineBreakOf(text)}${' '.repeat(at - lineStart(text, at))}`;
    return insert(at, `${writer.text('clauses')}: ${writer.list([clause])}${room}`);
  }
  const list = clauses.value;
  const last = list?.kind === 'seq' && list.alias !== true ? list.items.at(-1) : undefined;
  return list?.kind === 'seq' && last !== undefined
    ? insert(last.span.end, `${separatorIn(text, list, last)}${clause}`)
    : undefined;
}

function separatorIn(text: string, list: SeqNode, item: Node): string {
  if (list.flow) return ', ';
  const dash = text.lastIndexOf('-', item.span.start - 1);
  return `${lineBreakOf(text)}${' '.repeat(dash - lineStart(text, dash))}- `;
}

function replaceNode(text: string, node: MapNode, newText: string): readonly SpanEdit[] {
  return withComments(text, { span: node.span, newText }, commentsIn(text, node.span, node));
}

function nodeAt(root: Node, path: readonly (string | number)[]): Node | undefined {
  return path.reduce<Node | undefined>(
    (node, step) =>
      typeof step === 'number' ? (node?.kind === 'seq' ? node.items[step] : undefined) : childOf(node, step),
    root,
  );
}

function predicatesOf({ type, name, test }: Condition, writer: Writer): readonly string[] {
  const head: readonly (readonly [string, string])[] = [
    ['type', writer.text(type)],
    [type, writer.text(name)],
  ];
  switch (test.kind) {
    case 'exists':
      return [writer.map([...head, ['operator', writer.text('exists')]])];
    case 'missing':
      return [writer.map([...head, ['operator', writer.text('notExists')]])];
    case 'range':
      return [writer.map([...head, ['range', writer.map(test.range.map(([bound, value]) => [bound, String(value)]))]])];
    case 'values':
      return test.values.map((value) =>
        writer.map([
          ...head,
          ['operator', writer.text('matches')],
          ['value', typeof value.value === 'string' ? writer.scalar(value) : JSON.stringify(String(value.value))],
        ]),
      );
  }
}
