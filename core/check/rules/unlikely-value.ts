import { type DimensionFacts, dimensionFactsOf } from '../../contract/dimensions.ts';
import { findDimensionValue } from '../../contract/inventions.ts';
import { replaceText } from '../../text/edit.ts';
import { comparedValues } from '../query/queryValues.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { closest, didYouMean } from '../suggest.ts';

/** A value that a dimension never has, as far as is published: the filter would match nothing. */
export const unlikelyValue: Rule = {
  code: 'unlikely-value',
  severity: 'warning',
  inQuery: (entry) =>
    comparedValues(entry).flatMap(({ dimension, node, named, where }): Finding[] => {
      const facts = named === undefined ? dimensionFactsOf(dimension) : undefined;
      const text = String(node.value);
      if (facts === undefined || node.value === null || fits(facts, text)) return [];
      const invented = findDimensionValue(dimension, text);
      const meant = invented?.real ?? (facts.type === 'boolean' ? booleanIn(text) : closest(text, facts.values ?? []));
      const words = invented === undefined ? didYouMean(meant) || ` ${possible(facts)}` : ` ${invented.explanation}`;
      // `where` takes `true` itself, and the API's own form a text.
      const plain = facts.type === 'boolean' && where !== undefined && node.style === 'plain';
      const edit =
        meant === undefined ? undefined : plain ? { span: node.span, newText: meant } : replaceText(node, meant);
      const fix = edit === undefined || node.alias === true ? undefined : [edit];
      return [
        {
          span: node.span,
          message: `\`${dimension}\` is never \`${text}\`, as far as is published.${words}`,
          fixes: fixIf(`Change to \`${meant}\``, fix, true),
        },
      ];
    }),
};

function fits({ type, values }: DimensionFacts, text: string): boolean {
  switch (type) {
    case 'enum':
      return values?.includes(text) ?? true;
    case 'boolean':
      return text === 'true' || text === 'false';
    case 'integer':
      return /^-?\d+$/.test(text);
    case 'number':
      return text.trim() !== '' && Number.isFinite(Number(text));
    case 'date-time':
      return /^\d{4}-\d{2}/.test(text);
  }
}

function booleanIn(text: string): string | undefined {
  if (/^(?:yes|on|y|1|true)$/i.test(text)) return 'true';
  return /^(?:no|off|n|0|false)$/i.test(text) ? 'false' : undefined;
}

function possible({ type, values = [] }: DimensionFacts): string {
  if (type === 'enum')
    return `Published: ${values
      .slice(0, 12)
      .map((value) => `\`${value}\``)
      .join(', ')}${values.length > 12 ? ' and others' : ''}.`;
  if (type === 'boolean') return 'It is `true` or `false`.';
  return type === 'date-time' ? 'It is a moment, as in `2026-11-01T00:00:00Z`.' : 'It is a number.';
}
