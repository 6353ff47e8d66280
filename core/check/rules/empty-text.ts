import { normaliseName } from '../../contract/names.ts';
import { removeItem, removePair } from '../../text/edit.ts';
import { isText, pairOf } from '../../text/walk.ts';
import { field, type CodeEntry, type Entry, type QueryEntry } from '../entry.ts';
import { itemsOf } from '../query/queryRanges.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

/** Empty text where something must be said. */
export const emptyText: Rule = {
  code: 'empty-text',
  severity: 'error',
  codesWith: 'oddities',
  inCode: (entry) => (entry.issues.length === 0 ? blankName(entry) : [...look(entry), ...blankName(entry)]),
  inHead: look,
  inProject: look,
  inSurvey: look,
  inQuery: (entry) => {
    const unsaidFields = unsaid(entry);
    const isTold = ({ span }: Finding): boolean => unsaidFields.some((other) => other.span.start === span.start);
    return [...look(entry).filter((finding) => !isTold(finding)), ...unsaidFields];
  },
};

function look(entry: Entry): readonly Finding[] {
  return entry.issues.flatMap(({ keyword, node, parent, pair, path, params }): Finding[] => {
    if (keyword === 'propertyNames' || keyword !== 'minLength') return [];
    if (params['propertyName'] !== undefined || !isText(node)) return [];
    const subject = pair === undefined ? 'This' : `\`${path.at(-1)}\``;
    const remove =
      parent?.kind === 'seq' && parent.items.length > 1
        ? removeItem(entry.text, parent, parent.items.indexOf(node))
        : undefined;
    return [
      {
        span: node.span,
        message: `${subject} is empty. Write something, or remove it.`,
        fixes: fixIf('Remove the empty item', remove),
      },
    ];
  });
}

/** Fields of the published models that say nothing about a length, and mean nothing without a text. */
function unsaid(entry: QueryEntry): readonly Finding[] {
  const own = ['interval', 'granularity', 'timeZone'].map((key) => ({ map: entry.map, key }));
  const views = itemsOf(field(entry, 'views')).map((map) => ({ map, key: 'name' }));
  const counts = itemsOf(field(entry, 'aggregations')).flatMap((map) => [
    { map, key: 'dimension' },
    { map, key: 'metric' },
  ]);
  return [...own, ...views, ...counts].flatMap(({ map, key }): Finding[] => {
    const pair = pairOf(map, key);
    if (map?.kind !== 'map' || !isText(pair?.value) || pair.value.value.trim() !== '') return [];
    const isOptional = key === 'granularity' || key === 'timeZone';
    return [
      {
        span: pair.value.span,
        message: `\`${key}\` is empty. Write something${isOptional ? ', or remove it' : ''}.`,
        fixes: fixIf(`Remove \`${key}\``, isOptional ? removePair(entry.text, map, pair) : undefined),
      },
    ];
  });
}

function blankName(entry: CodeEntry): readonly Finding[] {
  const name = field(entry, 'name');
  if (!isText(name) || name.value === '' || normaliseName(name.value) !== '') return [];
  return [{ span: name.span, message: 'This name holds nothing that can be seen. Write a name.' }];
}
