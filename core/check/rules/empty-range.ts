import type { MapNode } from '../../text/tree.ts';
import { childOf, keyOf, pairOf } from '../../text/walk.ts';
import { replaceText, type SpanEdit } from '../../text/edit.ts';
import { boundOf, bounds, rangesOf } from '../query/queryRanges.ts';
import { conditionsOf } from '../query/queryWhere.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { comparisonsOf } from '../survey/surveyParts.ts';

/** A range in which no number lies, or that has no end at all. */
export const emptyRange: Rule = {
  code: 'empty-range',
  severity: 'warning',
  inSurvey: (entry) =>
    comparisonsOf(entry).flatMap(({ value }) =>
      value?.kind === 'map' && value.pairs.length > 0 ? rangeWithoutNumbers(value) : [],
    ),
  inQuery: (entry) => {
    // An empty map in `where` is refused: `empty-list`.
    const inWhere = new Set(conditionsOf(entry).map(({ value }) => value));
    return rangesOf(entry).flatMap((range) =>
      range.pairs.length === 0 && inWhere.has(range) ? [] : rangeWithoutNumbers(range),
    );
  },
};

/** What keeps any number from lying in a range. */
export function rangeWithoutNumbers(range: MapNode): readonly Finding[] {
  if (range.pairs.length === 0) {
    const message = 'This range has no bounds. Write at least one of `gt`, `gte`, `lt` and `lte`.';
    return [{ span: range.span, message }];
  }
  // Something else stands there, which is its own problem.
  if (range.pairs.some((pair) => !bounds.some((bound) => bound === keyOf(pair)))) return [];
  return twice(range) ?? reversed(range);
}

function twice(range: MapNode): readonly Finding[] | undefined {
  for (const [open, closed] of [
    ['gt', 'gte'],
    ['lt', 'lte'],
  ] as const) {
    const second = pairOf(range, closed);
    if (pairOf(range, open) === undefined || second === undefined) continue;
    return [{ span: second.key.span, message: `This range has \`${open}\` and \`${closed}\`. Keep one of them.` }];
  }
  return undefined;
}

function reversed(range: MapNode): readonly Finding[] {
  const lower = pairOf(range, 'gte') ?? pairOf(range, 'gt');
  const upper = pairOf(range, 'lte') ?? pairOf(range, 'lt');
  if (lower === undefined || upper === undefined) return [];
  const [from, to] = [boundOf(range, 'gte') ?? boundOf(range, 'gt'), boundOf(range, 'lte') ?? boundOf(range, 'lt')];
  if (from === undefined || to === undefined) return [];
  const isClosed = keyOf(lower) === 'gte' && keyOf(upper) === 'lte';
  if (from < to || (from === to && isClosed)) return [];
  const message =
    from === to
      ? 'No number lies in this range. Use `gte` and `lte` to mean this one number.'
      : 'No number lies in this range: it ends before it begins. Look at both bounds.';
  return [
    { span: upper.value?.span ?? upper.key.span, message, fixes: fixIf('Swap the bounds', swap(range, from, to)) },
  ];
}

function swap(range: MapNode, from: number, to: number): readonly SpanEdit[] | undefined {
  const [lower, upper] = [childOf(range, 'gte') ?? childOf(range, 'gt'), childOf(range, 'lte') ?? childOf(range, 'lt')];
  if (from === to || lower?.kind !== 'scalar' || upper?.kind !== 'scalar') return undefined;
  if (lower.alias === true || upper.alias === true || range.alias === true) return undefined;
  if (typeof lower.value !== 'string' || typeof upper.value !== 'string')
    return [
      { span: lower.span, newText: upper.source },
      { span: upper.span, newText: lower.source },
    ];
  return [replaceText(lower, upper.value), replaceText(upper, lower.value)];
}
