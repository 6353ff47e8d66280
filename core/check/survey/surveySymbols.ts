/** The outline of survey rules: fields with their types, rules with what they ask, tests with what they expect. */
import { inWords } from '../../survey/index.ts';
import { conditionIn, responseIn } from '../../survey/parts.ts';
import type { Span } from '../../text/position.ts';
import type { MapNode, Node, Pair, SourceFile } from '../../text/tree.ts';
import { childOf, isText, keyOf, pairOf } from '../../text/walk.ts';
import type { OutlineSymbol } from '../symbols.ts';
import { itemsOf } from './surveyParts.ts';

export function surveySymbols(source: SourceFile, root: MapNode): readonly OutlineSymbol[] {
  const symbol = (
    name: string,
    kind: OutlineSymbol['kind'],
    { span, key }: { readonly span: Span; readonly key: Span },
    detail: string | undefined,
    children: readonly OutlineSymbol[] = [],
  ): OutlineSymbol => ({
    name,
    kind,
    range: source.lines.rangeOf(span),
    selectionRange: source.lines.rangeOf(key),
    children,
    ...(detail === undefined || detail === '' ? {} : { detail }),
  });
  const ofPair = (pair: Pair, kind: OutlineSymbol['kind'], detail?: string, children?: readonly OutlineSymbol[]) =>
    symbol(keyOf(pair), kind, { span: pair.span, key: pair.key.span }, detail, children);
  const inside = (outer: Node, { span }: { readonly span: Span }): boolean =>
    outer.span.start <= span.start && span.end <= outer.span.end;

  const fields = (pair: Pair, map: MapNode): readonly OutlineSymbol[] =>
    map.pairs
      .filter(
        (child) => child.key.source !== '' && pair.span.start <= child.span.start && child.span.end <= pair.span.end,
      )
      .map((child) => ofPair(child, 'field', textAt(child.value, 'type')));
  const rules = (list: Node): readonly OutlineSymbol[] =>
    itemsOf(list).flatMap((item, index) => {
      const assign = pairOf(item, 'assign')?.value;
      if (item.alias === true || item.kind !== 'map' || !inside(list, item)) return [];
      const condition = conditionIn(childOf(item, 'when'));
      const key = isText(assign) && inside(item, assign) ? assign.span : item.span;
      const name = `${index + 1}. ${isText(assign) ? assign.value : 'a rule'}`;
      return [symbol(name, 'rule', { span: item.span, key }, condition && inWords(condition, (text) => text))];
    });
  const tests = (list: Node): readonly OutlineSymbol[] =>
    itemsOf(list).flatMap((item) => {
      if (item.alias === true || item.kind !== 'map' || !inside(list, item)) return [];
      const given = responseIn(childOf(item, 'given'));
      const values = given === undefined ? [] : [...given].map(([name, value]) => `${name}: ${value}`);
      const name = values.length === 0 ? 'nothing' : values.join(', ');
      return [symbol(name, 'test', { span: item.span, key: item.span }, textAt(item, 'expect'))];
    });

  return root.pairs
    .filter(({ key }) => key.source !== '')
    .map((pair) => {
      const { value } = pair;
      const key = keyOf(pair);
      const isOwn = value !== undefined && value.alias !== true;
      if (key === 'fields' && isOwn && value.kind === 'map')
        return ofPair(pair, 'group', undefined, fields(pair, value));
      if (key === 'rules' && isOwn) return ofPair(pair, 'group', counted(value, 'rule'), rules(value));
      if (key === 'tests' && isOwn) return ofPair(pair, 'group', counted(value, 'test'), tests(value));
      return ofPair(pair, 'field', isText(value) ? value.value : undefined);
    });
}

function counted(list: Node, word: string): string {
  const count = itemsOf(list).length;
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function textAt(node: Node | undefined, key: string): string | undefined {
  const text = childOf(node, key);
  return isText(text) ? text.value : undefined;
}
