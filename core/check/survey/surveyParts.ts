/** The parts of survey rules with the places where they stand. */
import type { Condition, Match, SurveyField } from '../../survey/index.ts';
import { conditionIn, fieldsIn, matchIn } from '../../survey/parts.ts';
import type { MapNode, Node, Pair, ScalarNode } from '../../text/tree.ts';
import { childOf, isText, keyOf, pairOf, type TextNode } from '../../text/walk.ts';
import { field, type SurveyEntry } from '../entry.ts';
import type { SchemaIssue } from '../schemaIssues.ts';

/** A field of `fields`. */
export interface DeclaredField {
  readonly name: string;
  readonly pair: Pair;
  readonly map: MapNode | undefined;
  /** Absent where its type is not one of those that are possible. */
  readonly facts: SurveyField | undefined;
}

/** The declared fields; undefined where there is nothing that could declare any. */
export function declaredFields(entry: SurveyEntry): ReadonlyMap<string, DeclaredField> | undefined {
  const fields = field(entry, 'fields');
  if (fields?.kind !== 'map') return undefined;
  const facts = fieldsIn(entry.map);
  return new Map(
    fields.pairs.toReversed().map((pair) => {
      const name = keyOf(pair);
      const map = pair.value?.kind === 'map' ? pair.value : undefined;
      return [name, { name, pair, map, facts: facts.get(name) }];
    }),
  );
}

/** An item of `rules`. */
export interface RuleSite {
  readonly index: number;
  readonly node: Node;
  readonly when: Pair | undefined;
  readonly assign: Pair | undefined;
}

export function ruleSites(entry: SurveyEntry): readonly RuleSite[] {
  return itemsOf(field(entry, 'rules')).map((node, index) => ({
    index,
    node,
    when: pairOf(node, 'when'),
    assign: pairOf(node, 'assign'),
  }));
}

/** An item of `tests`. */
export interface TestSite {
  readonly index: number;
  readonly node: Node;
  readonly given: Node | undefined;
  readonly expect: Node | undefined;
}

export function testSites(entry: SurveyEntry): readonly TestSite[] {
  return itemsOf(field(entry, 'tests')).map((node, index) => ({
    index,
    node,
    given: childOf(node, 'given'),
    expect: childOf(node, 'expect'),
  }));
}

/** A field that a condition asks about. */
export interface Comparison {
  readonly field: string;
  readonly pair: Pair;
  readonly value: Node | undefined;
  /** Undefined where what is asked is not as it should be. */
  readonly match: Match | undefined;
  /** The map that holds the pair. */
  readonly map: MapNode;
}

/** Every comparison of a `when`, those in `any` and `all` too. What stands elsewhere, behind an alias, is left out. */
export function comparisonsIn(condition: Node | undefined): readonly Comparison[] {
  if (condition?.kind !== 'map' || condition.alias === true) return [];
  return condition.pairs.flatMap((pair): readonly Comparison[] => {
    const key = keyOf(pair);
    const { value } = pair;
    if (key === 'any' || key === 'all') return itemsOf(value).flatMap(comparisonsIn);
    return [{ field: key, pair, value, match: matchIn(value), map: condition }];
  });
}

export function comparisonsOf(entry: SurveyEntry): readonly Comparison[] {
  return ruleSites(entry).flatMap(({ when }) => comparisonsIn(when?.value));
}

/** The single values that a field is compared with; `exists` and `missing` alone are none. */
export function comparedScalars(value: Node | undefined): readonly ScalarNode[] {
  if (value?.kind === 'seq') return value.items.filter((item) => item.kind === 'scalar');
  return value?.kind !== 'scalar' || value.value === 'exists' || value.value === 'missing' ? [] : [value];
}

/** Every text that names a code, or is `none` where that is possible. */
export function codeTexts(entry: SurveyEntry): readonly TextNode[] {
  const nodes = [
    ...ruleSites(entry).map(({ assign }) => assign?.value),
    field(entry, 'otherwise'),
    ...testSites(entry).map(({ expect }) => expect),
  ];
  return nodes.filter(isText);
}

export function conditionOf({ when }: RuleSite): Condition | undefined {
  return conditionIn(when?.value);
}

/** True where the schema finds nothing wrong at these places and below them. */
export function isSound(entry: SurveyEntry, ...places: readonly (readonly (string | number)[])[]): boolean {
  const isIn = ({ path, keyword, params }: SchemaIssue, place: readonly (string | number)[]): boolean => {
    const whole = keyword === 'required' ? [...path, String(params['missingProperty'])] : path;
    return place.every((step, index) => whole[index] === step);
  };
  return !entry.issues.some((issue) => places.some((place) => isIn(issue, place)));
}

/** Indexes of the items of a list in which the schema finds something wrong. */
export function brokenItems(entry: SurveyEntry, list: 'rules' | 'tests'): ReadonlySet<number> {
  return new Set(
    entry.issues.flatMap(({ path: [first, index] }) => (first === list && typeof index === 'number' ? [index] : [])),
  );
}

export function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'seq' ? node.items : [];
}
