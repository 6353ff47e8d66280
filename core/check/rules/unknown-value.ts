import { allowedTypes } from '../../contract/descriptions.ts';
import { findInventedValue } from '../../contract/inventions.ts';
import type { SchemaPath } from '../../contract/schema.ts';
import { replaceText } from '../../text/edit.ts';
import { writeLike } from '../../text/quote.ts';
import type { Node, ScalarNode } from '../../text/tree.ts';
import type { Entry } from '../entry.ts';
import { isInForeignFilter } from '../query/foreignFilters.ts';
import { elsewhere } from '../query/queryElsewhere.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import type { SchemaIssue } from '../schemaIssues.ts';
import { fixedValues, placeOf, schemaPathOf } from '../schemaPlace.ts';
import { closest, didYouMean } from '../suggest.ts';

/** A word that is not one of the few that are possible here. `region` and `kind` have rules of their own. */
export const unknownValue: Rule = {
  code: 'unknown-value',
  severity: 'error',
  codesWith: 'issues',
  inCode: look,
  inHead: look,
  inProject: look,
  inQuery: look,
  inSurvey: look,
};

function look(entry: Entry): readonly Finding[] {
  const seen = new Set<Node>();
  return entry.issues.flatMap((issue): Finding[] => {
    const { keyword, node, path, params } = issue;
    const key = path.findLast((step) => typeof step === 'string') ?? '';
    if (node?.kind !== 'scalar' || node.value === null || key === 'region' || key === 'kind') return [];
    const fixed = fixedValues(entry, path).map(({ value }) => String(value));
    const isFixed = keyword === 'enum' || keyword === 'const' || (keyword === 'type' && params['type'] === 'string');
    if (!isFixed || fixed.length === 0 || seen.has(node) || isInForeignFilter(entry, issue)) return [];
    seen.add(node);
    const text = String(node.value);
    const wrapped = inList(entry, issue, text) ?? outOfList(entry, issue, text);
    if (wrapped !== undefined) return [{ span: node.span, ...wrapped }];
    const several = severalValues(issue, node, fixed);
    if (several !== undefined) return [{ span: node.span, ...several }];
    const place = placeOf(entry, path.slice(0, path.lastIndexOf(key) + 1));
    const invented = place === undefined ? undefined : findInventedValue(place, key, text);
    const misplaced = entry.kind === 'query' && invented === undefined ? elsewhere(entry, issue, text) : undefined;
    if (misplaced !== undefined) return [{ span: node.span, ...misplaced }];
    const meant = invented === undefined ? closest(text, fixed) : invented.real;
    const possible = `${possibleValues(fixed)}${isList(entry, path) ? ', or a list' : ''}.`;
    const words = invented?.explanation ?? (didYouMean(meant).trim() || possible);
    const fix = meant === undefined || node.alias === true ? undefined : [replaceText(node, meant)];
    return [
      {
        span: node.span,
        message: `\`${key}\` cannot be \`${text}\`. ${words}`,
        fixes: fixIf(`Change to \`${meant}\``, fix, true),
      },
    ];
  });
}

/** The values themselves where they are few; nobody reads eighty. */
function possibleValues(fixed: readonly string[]): string {
  return fixed.length > 12
    ? `Completion lists the ${fixed.length} values that are possible`
    : `Possible: ${fixed.map((value) => `\`${value}\``).join(', ')}`;
}

/** `[nOffered nConnected]`, or both in one pair of quotes: a comma is missing, or is in the text. */
function severalValues({ parent }: SchemaIssue, node: ScalarNode, fixed: readonly string[]): Wrapped | undefined {
  const words = String(node.value)
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  if (parent?.kind !== 'seq' || words.length < 2 || !words.every((word) => fixed.includes(word))) return undefined;
  const written = words.map((word) => writeLike(node, word)).join(', ');
  const fix =
    parent.flow && parent.alias !== true && node.alias !== true ? [{ span: node.span, newText: written }] : undefined;
  const message = 'These are several values in one text. Write each as an item of its own.';
  return { message, fixes: fixIf(`Change to \`${written}\``, fix, true) };
}

type Wrapped = Pick<Finding, 'message' | 'fixes'>;

function isList(entry: Entry, path: SchemaPath): boolean {
  return allowedTypes(entry.file, schemaPathOf(entry, path)).includes('array');
}

/** A flag on its own, where a word or a list of flags is possible. */
function inList(entry: Entry, { node, path }: SchemaIssue, text: string): Wrapped | undefined {
  const items = isList(entry, path) ? fixedValues(entry, [...path, '*']).map(({ value }) => String(value)) : [];
  const meant = items.includes(text) ? text : closest(text, items);
  if (meant === undefined || node?.kind !== 'scalar') return undefined;
  const fix = node.alias === true ? undefined : [{ span: node.span, newText: `[${meant}]` }];
  return {
    message: `\`${path.at(-1)}\` is a list here. Write \`[${meant}]\`.`,
    fixes: fixIf(`Change to \`[${meant}]\``, fix, true),
  };
}

/** The word that stands in place of a list, written inside one. */
function outOfList(entry: Entry, { node, parent, path }: SchemaIssue, text: string): Wrapped | undefined {
  const alone = path.slice(0, -1);
  if (parent?.kind !== 'seq' || !isList(entry, alone)) return undefined;
  if (!fixedValues(entry, alone).some(({ value }) => value === text)) return undefined;
  const fix =
    parent.items.length === 1 && parent.flow && parent.alias !== true && node?.alias !== true
      ? [{ span: parent.span, newText: text }]
      : undefined;
  return {
    message: `\`${text}\` stands alone and not in a list.`,
    fixes: fixIf(`Change to \`${text}\``, fix, true),
  };
}
