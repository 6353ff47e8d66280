import { dimensionFactsOf } from '../../contract/dimensions.ts';
import type { Node, ScalarNode } from '../../text/tree.ts';
import { keyOf } from '../../text/walk.ts';
import type { Entry } from '../entry.ts';
import { freeKeys } from '../freeKeys.ts';
import { declaredFields } from '../survey/surveyParts.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

/** Text without quotes that readers of YAML 1.1 take for something else: `No`, `on`, `1_000`, `12:30`. */
export const yamlAmbiguous: Rule = {
  code: 'yaml-ambiguous',
  severity: 'warning',
  codesWith: 'oddities',
  inCode: look,
  inHead: look,
  inProject: look,
  inQuery: look,
  // What a field that is true or false is compared with is the business of `value-type`.
  inSurvey: (entry) => {
    const fields = declaredFields(entry);
    return lookIn(entry, (key) => fields?.get(key)?.facts?.type === 'boolean');
  },
};

/** Dates are dates to every reader, and `mandatory: yes` is a wrong type. */
const otherwiseRead = new Set([
  'validFrom',
  'validThrough',
  'mandatory',
  'protected',
  'timeout',
  'flattenMultivaluedDimensions',
  'upper',
  'overwrite',
]);

/** `authenticated: yes` is an unlikely value of something that is true or false. */
function isOtherwiseRead(key: string): boolean {
  return otherwiseRead.has(key) || dimensionFactsOf(key)?.type === 'boolean';
}

function look(entry: Entry): readonly Finding[] {
  return lookIn(entry, () => false);
}

function lookIn(entry: Entry, isBoolean: (key: string) => boolean): readonly Finding[] {
  const ambiguous: ScalarNode[] = freeKeys(entry).flatMap(({ key }) => (readBy11(key) === undefined ? [] : [key]));
  collect(entry.kind === 'head' ? withoutCodes(entry.map) : entry.map, ambiguous, isBoolean);
  return ambiguous.flatMap((node): Finding[] => {
    const reading = readBy11(node);
    if (reading === undefined) return [];
    const message = `Some YAML readers take \`${node.source}\` for ${reading}. Put it in quotes so that it is text for all of them.`;
    const fix = node.alias === true ? undefined : [{ span: node.span, newText: `"${node.source}"` }];
    return [{ span: node.span, message, fixes: fixIf('Put it in quotes', fix, true) }];
  });
}

function collect(node: Node | undefined, into: ScalarNode[], isBoolean: (key: string) => boolean): void {
  if (node === undefined) return;
  if (node.kind === 'scalar') {
    if (readBy11(node) !== undefined) into.push(node);
  } else if (node.kind === 'seq') for (const item of node.items) collect(item, into, isBoolean);
  else
    for (const pair of node.pairs) {
      const before = into.length;
      collect(pair.value, into, isBoolean);
      if (into.length === before) continue;
      const key = keyOf(pair);
      if (isOtherwiseRead(key) || isBoolean(key)) into.length = before;
    }
}

function withoutCodes(map: Node | undefined): Node | undefined {
  return map?.kind === 'map' ? { ...map, pairs: map.pairs.filter((pair) => keyOf(pair) !== 'codes') } : map;
}

/** What begins a short word, or a number. */
const telling = /^(?:[-+]?\d|[yno][^]{0,2}$)/i;

function readBy11({ value, style, source }: ScalarNode): string | undefined {
  if (style !== 'plain' || typeof value !== 'string' || !telling.test(source)) return undefined;
  if (/^(?:y|n|yes|no|on|off)$/i.test(source)) return 'true or false';
  if (/^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?$/.test(source)) return 'a number in base 60';
  if (/^[-+]?(?:0b[01_]+|\d[\d_]*_\d[\d_]*)$/.test(source)) return 'a number';
  return /^\d{4}-\d{1,2}-\d{1,2}$/.test(source) ? 'a date' : undefined;
}
