import { replaceText } from '../../text/edit.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText, keyOf, textsOf } from '../../text/walk.ts';
import { distinctValues, meets, type Match, type SurveyField } from '../../survey/index.ts';
import { rangeInWords } from '../../survey/words.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { closest, didYouMean } from '../suggest.ts';
import {
  comparedScalars,
  comparisonsOf,
  declaredFields,
  testSites,
  type Comparison,
  type DeclaredField,
} from '../surveyParts.ts';
import { rangeWithoutNumbers } from './empty-range.ts';

/** A value, or a whole range, that no response can have: outside what the field's declaration allows. */
export const impossibleValue: Rule = {
  code: 'impossible-value',
  severity: 'warning',
  inSurvey: (entry) => {
    const fields = declaredFields(entry);
    if (fields === undefined) return [];
    const given = testSites(entry).flatMap(({ given: map }) => (map?.kind === 'map' ? map.pairs : []));
    return [
      ...[...fields.values()].flatMap(inDeclaration),
      ...comparisonsOf(entry).flatMap((comparison) => inCondition(comparison, fields.get(comparison.field)?.facts)),
      ...given.flatMap((pair) => inTest(keyOf(pair), pair.value, fields.get(keyOf(pair))?.facts)),
    ];
  },
};

/** `values: [billing]` of a field that is turned to capitals. */
function inDeclaration({ map, facts }: DeclaredField): readonly Finding[] {
  if (facts?.upper !== true) return [];
  return textsOf(childOf(map, 'values')).flatMap((node) => inCapitals(node));
}

function inCondition(comparison: Comparison, facts: SurveyField | undefined): readonly Finding[] {
  if (facts === undefined || (facts.min ?? -Infinity) > (facts.max ?? Infinity)) return [];
  if (comparison.match?.kind === 'range') return inRange(comparison, comparison.match, facts);
  return comparedScalars(comparison.value).flatMap((node) => {
    const lower = facts.upper ? inCapitals(node) : [];
    return lower.length > 0 ? lower : ofValue(comparison.field, node, facts);
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
    ? `No response can match this: \`${field}\` is ${limitsInWords(facts)}.`
    : 'No whole number lies in this range.';
  return [{ span: value.flow ? value.span : pair.key.span, message }];
}

function inTest(field: string, node: Node | undefined, facts: SurveyField | undefined): readonly Finding[] {
  return node === undefined || facts === undefined ? [] : ofValue(field, node, facts);
}

function ofValue(field: string, node: Node, facts: SurveyField): readonly Finding[] {
  if (node.kind !== 'scalar') return [];
  const { min, max, values, upper } = facts;
  if (typeof node.value === 'number') {
    const isNumber = facts.type === 'integer' || facts.type === 'number';
    if (!isNumber || (node.value >= (min ?? -Infinity) && node.value <= (max ?? Infinity))) return [];
    return [{ span: node.span, message: `\`${field}\` cannot be \`${node.value}\`: it is ${limitsInWords(facts)}.` }];
  }
  if (!isText(node) || values === undefined || node.value === '') return [];
  const seen = upper ? node.value.toUpperCase() : node.value;
  if (values.includes(seen)) return [];
  const meant = closest(seen, values);
  const few = values.length > 8 ? '' : ` Possible: ${values.map((value) => `\`${value}\``).join(', ')}.`;
  const message = `\`${field}\` cannot be \`${node.value}\`.${didYouMean(meant) || few}`;
  const fix = meant === undefined || node.alias === true ? undefined : [replaceText(node, meant)];
  return [{ span: node.span, message, fixes: fixIf(`Change to \`${meant}\``, fix, true) }];
}

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
