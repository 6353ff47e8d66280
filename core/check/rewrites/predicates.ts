/** A condition in another form becomes the API's own predicates, one for each value. */
import { isQueryKind } from '../../contract/schema.ts';
import { lineBreakOf, lineStart, removeItem, replaceText, type SpanEdit } from '../../text/edit.ts';
import type { MapNode, Node, SeqNode } from '../../text/tree.ts';
import { childOf, isText, pairOf } from '../../text/walk.ts';
import type { FixPlan } from '../rule.ts';
import { commentsIn, withComments } from './comments.ts';
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
  if (!isOr && list.items.length > 1) return asClause(site, group, list, predicates);
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
  const [removal, ...others] = removeItem(entry.text, list, list.items.indexOf(parent)) ?? [];
  const isClause = path.at(-5) === 'clauses';
  if (group?.kind !== 'map' || pair === undefined || removal === undefined || isClause) return undefined;
  if (pairOf(group, 'clauses') !== undefined) return undefined;
  const writer = writerFor(group);
  const clause = writer.map([
    ['type', writer.text('or')],
    ['predicates', writer.list(predicates)],
  ]);
  const at = pair.span.start;
  const room = `${lineBreakOf(entry.text)}${' '.repeat(at - lineStart(entry.text, at))}`;
  const newText = `${writer.text('clauses')}: ${writer.list([clause])}${group.flow ? ', ' : room}`;
  const edits = [
    { span: { start: at, end: at }, newText },
    ...withComments(entry.text, removal, commentsIn(entry.text, parent.span, parent)),
    ...others,
  ];
  return { title: 'Change to a clause with a predicate for each value', edits };
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
