import type { Node, ScalarNode } from '../../text/tree.ts';
import { keyOf } from '../../text/walk.ts';
import type { SurveyField } from '../../survey/index.ts';
import type { SurveyEntry } from '../entry.ts';
import { fixIf, type Finding, type FixPlan, type Rule } from '../rule.ts';
import { comparedScalars, comparisonsOf, declaredFields, testSites } from '../survey/surveyParts.ts';

/** A value that is compared with a field, or given for it, and is not of the field's type: it could never be the same. */
export const valueType: Rule = {
  code: 'value-type',
  severity: 'error',
  inSurvey: (entry) => {
    const fields = declaredFields(entry);
    if (fields === undefined) return [];
    return valuesIn(entry).flatMap(({ field, node }) => look(field, fields.get(field)?.facts, node));
  },
};

function valuesIn(entry: SurveyEntry): readonly { readonly field: string; readonly node: Node }[] {
  const given = testSites(entry).flatMap(({ given: map }) => (map?.kind === 'map' ? map.pairs : []));
  return [
    ...comparisonsOf(entry).flatMap(({ field, value }) => comparedScalars(value).map((node) => ({ field, node }))),
    ...given.flatMap((pair) => (pair.value === undefined ? [] : [{ field: keyOf(pair), node: pair.value }])),
  ];
}

function look(name: string, facts: SurveyField | undefined, node: Node): readonly Finding[] {
  if (facts === undefined || node.kind !== 'scalar' || node.value === null || isOf(facts, node)) return [];
  const message = `\`${name}\` is ${words[facts.type]}, and this is ${written(facts, node)}.${advice(facts, node)}`;
  return [{ span: node.span, message, fixes: fixesOf(facts, node) }];
}

const words: Readonly<Record<SurveyField['type'], string>> = {
  integer: 'a whole number',
  number: 'a number',
  string: 'a text',
  boolean: '`true` or `false`',
};

function isOf({ type }: SurveyField, { value }: ScalarNode): boolean {
  if (type === 'integer') return typeof value === 'bigint' || Number.isInteger(value);
  return type === 'number' ? typeof value === 'number' || typeof value === 'bigint' : typeof value === type;
}

function written({ type }: SurveyField, { value }: ScalarNode): string {
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'boolean') return type === 'string' ? `the value \`${value}\` to YAML` : `\`${value}\``;
  return type === 'integer' ? 'not whole' : type === 'string' ? 'a number to YAML' : 'a number';
}

function advice({ type }: SurveyField, { value }: ScalarNode): string {
  if (type === 'string') return ' Put it in quotes.';
  return typeof value === 'string' && /^(?:none|null|nil|n\/a|na|empty|undefined|missing)$/i.test(value.trim())
    ? ' In a condition, `missing` stands alone and not in a list; in a test, leave a missing value out.'
    : ` Write ${words[type]}.`;
}

function fixesOf({ type }: SurveyField, node: ScalarNode): readonly FixPlan[] {
  if (node.alias === true) return [];
  if (type === 'string') return fixIf('Put it in quotes', [{ span: node.span, newText: `"${node.source}"` }], true);
  const meant = typeof node.value === 'string' ? plainValue(type, node.value) : undefined;
  return fixIf(`Change to \`${meant}\``, meant === undefined ? undefined : [{ span: node.span, newText: meant }], true);
}

/** The value in quotes, or a word for it. */
function plainValue(type: SurveyField['type'], text: string): string | undefined {
  const word = text.trim();
  if (type === 'integer') return /^-?\d{1,15}$/.test(word) ? String(Number(word)) : undefined;
  if (type === 'number') return /^-?\d{1,15}(?:\.\d{1,9})?$/.test(word) ? String(Number(word)) : undefined;
  if (/^(?:true|yes|on|y)$/i.test(word)) return 'true';
  return /^(?:false|no|off|n)$/i.test(word) ? 'false' : undefined;
}
