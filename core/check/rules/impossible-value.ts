import { replaceText } from '../../text/edit.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText, keyOf, textsOf } from '../../text/walk.ts';
import { distinctValues, isListed, meets, type Match, type SurveyField } from '../../survey/index.ts';
import { rangeInWords } from '../../survey/words.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { didYouMean, type Suggest } from '../suggest.ts';
import {
  comparedScalars,
  comparisonsOf,
  declaredFields,
  testSites,
  type Comparison,
  type DeclaredField,
} from '../survey/surveyParts.ts';
import { rangeWithoutNumbers } from './empty-range.ts';

/** A value, or a whole range, that no response can have: outside what the field's declaration allows. */
export const impossibleValue: Rule = {
  code: 'impossible-value',
  severity: 'warning',
  inSurvey: (entry, { suggest }) => {
    const fields = declaredFields(entry);
    if (fields === undefined) return [];
    const given = testSites(entry).flatMap(({ given: map }) => (map?.kind === 'map' ? map.pairs : []));
    return [
      ...[...fields.values()].flatMap(inDeclaration),
      ...comparisonsOf(entry).flatMap((comparison) =>
        inCondition(comparison, fields.get(comparison.field)?.facts, suggest),
      ),
      ...given.flatMap((pair) => inTest(keyOf(pair), pair.value, fields.get(keyOf(pair))?.facts, suggest)),
    ];
  },
};

/** `values: [billing]` of a field that is turned to capitals. */
function inDeclaration({ map, facts }: DeclaredField): readonly Finding[] {
  if (facts?.upper !== true) return [];
  return textsOf(childOf(map, 'values')).flatMap((node) => inCapitals(node));
}

function inCondition(comparison: Comparison, facts: SurveyField | undefined, suggest: Suggest): readonly Finding[] {
  if (facts === undefined || (facts.min ?? -Infinity) > (facts.max ?? Infinity)) return [];
  if (comparison.match?.kind === 'range') return inRange(comparison, comparison.match, facts);
  return comparedScalars(comparison.value).flatMap((node) => {
    const lower = facts.upper ? inCapitals(node) : [];
    return lower.length > 0 ? lower : ofValue(comparison.field, node, facts, suggest);
  });
}

function inRange({ field, value, pair }: Comparison, range: Match, facts: SurveyField): readonly Finding[] {
  if (value?.kind !== 'map' || (facts.type !== 'integer' && facts.type !== 'number')) return [];
  if (rangeWithoutNumbers(value).length > 0) return [];
  const isMet = (limits: SurveyField): boolean =>
    distinctValues(limits, [range], { left: 100 })?.some((one) => meets(range, one)) ?? true;
  if (isMet(facts)) return [];
  const { type, from, upper } = facts;
  const message = isMet({ type, from, upper })
    ? `No response can match this: \`${field}\` is ${limitsInWords(facts)}. Ask for what it can be.`
    : 'No whole number lies in this range. Widen it.';
  return [{ span: value.flow ? value.span : pair.key.span, message }];
}

function inTest(
  field: string,
  node: Node | undefined,
  facts: SurveyField | undefined,
  suggest: Suggest,
): readonly Finding[] {
  return node === undefined || facts === undefined ? [] : ofValue(field, node, facts, suggest);
}

function ofValue(field: string, node: Node, facts: SurveyField, suggest: Suggest): readonly Finding[] {
  if (node.kind !== 'scalar') return [];
  const { min, max, values, upper } = facts;
  if (typeof node.value === 'number') {
    const isNumber = facts.type === 'integer' || facts.type === 'number';
    if (!isNumber || (node.value >= (min ?? -Infinity) && node.value <= (max ?? Infinity))) return [];
    return [
      {
        span: node.span,
        message: `\`${field}\` cannot be \`${node.value}\`: it is ${limitsInWords(facts)}. Write what it can be.`,
      },
    ];
  }
  if (!isText(node) || values === undefined || node.value === '') return [];
  const seen = upper ? node.value.toUpperCase() : node.value;
  if (isListed(values, seen)) return [];
  const meant = values.length > manyValues ? undefined : suggest(seen, values);
  const few = values.length > 8 ? '' : ` Possible: ${values.map((value) => `\`${value}\``).join(', ')}.`;
  const message = `\`${field}\` cannot be \`${node.value}\`.${didYouMean(meant) || few}`;
  const fix = meant === undefined || node.alias === true ? undefined : [replaceText(node, meant)];
  return [{ span: node.span, message, fixes: fixIf(`Change to \`${meant}\``, fix, true) }];
}

/** Beyond so many nobody wrote them by hand, and a search for the nearest would cost more than it helps. */
const manyValues = 500;

function inCapitals(node: Node): readonly Finding[] {
  if (!isText(node) || node.value === node.value.toUpperCase()) return [];
  const capitals = node.value.toUpperCase();
  const message = `The value is turned to capitals before it is compared, so it is never \`${node.value}\`. Write \`${capitals}\`.`;
  const fix = node.alias === true ? undefined : [replaceText(node, capitals)];
  return [{ span: node.span, message, fixes: fixIf(`Change to \`${capitals}\``, fix, true) }];
}

function limitsInWords({ min, max }: SurveyField): string {
  return rangeInWords({ ...(min === undefined ? {} : { gte: min }), ...(max === undefined ? {} : { lte: max }) });
}
