import type { CatalogCode } from '../../query/model.ts';
import { replaceText } from '../../text/edit.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText, textsOf } from '../../text/walk.ts';
import type { QueryEntry } from '../entry.ts';
import { filtersOf, operatorOf, predicatesIn, subjectOf, type FilterSite } from '../query/queryFilters.ts';
import type { QueryIndexes } from '../query/queryIndexes.ts';
import { conditionsOf, wantedCodes } from '../query/queryWhere.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

/** A filter that no conversation can match, whatever is in the org. */
export const matchesNothing: Rule = {
  code: 'matches-nothing',
  severity: 'warning',
  inQuery: (entry, indexes) => [...filtersOf(entry).flatMap(contradiction), ...noCode(entry, indexes)],
};

/** Dimensions of which a conversation, a segment or a record has one value and no more. */
const single = new Set([
  'conversationId',
  'conversationInitiator',
  'direction',
  'disconnectType',
  'mediaType',
  'messageType',
  'originatingDirection',
  'purpose',
  'queueId',
  'segmentType',
  'userId',
  'wrapUpCode',
]);

/** Two values for one dimension that must both hold, or a value of something that must not be there. */
function contradiction(site: FilterSite): readonly Finding[] {
  const type = childOf(site.map, 'type');
  if (!isText(type) || type.value !== 'and') return [];
  const seen = new Map<string, { readonly text: string | undefined; readonly span: Finding['span'] }>();
  const predicates = predicatesIn(site);
  for (const { map } of predicates) {
    const subject = subjectOf(map);
    if (subject?.field !== 'dimension' || !single.has(subject.name)) continue;
    const value = childOf(map, 'value');
    const operator = operatorOf(map);
    if (operator === 'matches' && !isText(value)) continue;
    const asked = operator === 'matches' && isText(value) ? value.value : operator === 'exists' ? '' : undefined;
    const span = value?.span ?? map.span;
    const earlier = seen.get(subject.name);
    if (earlier !== undefined && clash(earlier.text, asked)) {
      const sameDimension = predicates.every(({ map: other }) => subjectOf(other)?.name === subject.name);
      const fix = sameDimension && type.alias !== true ? [replaceText(type, 'or')] : undefined;
      const message = `Nothing can match this: \`${subject.name}\` has one value, and two are asked for. Use \`type: or\` to mean one of them.`;
      const related = [{ message: 'The other one', span: earlier.span }];
      return [{ span, message, related, fixes: fixIf('Change to `type: or`', fix, true) }];
    }
    if (earlier === undefined || earlier.text === '') seen.set(subject.name, { text: asked, span });
  }
  return [];
}

/** `undefined` asks for no value, and the empty text for any. */
function clash(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one !== other;
  return one !== '' && other !== '' && one !== other;
}

/** `{ category: support, tag: x }` where each is known and no code has both. */
function noCode(entry: QueryEntry, { context: { catalogs } }: QueryIndexes): readonly Finding[] {
  if (catalogs === undefined) return [];
  return conditionsOf(entry).flatMap(({ key, value, pair }): Finding[] => {
    if (key !== 'wrapUpCode' || value?.kind !== 'map' || value.pairs.length < 2) return [];
    const picked = wantedCodes(value);
    const each = picked.every((one) => catalogs.some((code) => has(code, one.by, [one.node.value])));
    const keys = new Set(picked.map(({ by }) => by));
    const all = catalogs.some((code) => [...keys].every((by) => has(code, by, textsUnder(value, by))));
    if (!each || all || keys.size < 2) return [];
    return [{ span: pair.key.span, message: 'No code of the catalogs has all of this, so nothing could match.' }];
  });
}

function textsUnder(value: Node, by: string): readonly string[] {
  const node = childOf(value, by);
  return isText(node) ? [node.value] : textsOf(node).map((text) => text.value);
}

function has(code: CatalogCode, by: string, wanted: readonly string[]): boolean {
  const own: Readonly<Record<string, readonly (string | undefined)[]>> = {
    name: [code.name, ...code.formerly],
    code: [code.code],
    category: [code.category],
    subcategory: [code.subcategory],
    tag: code.tags,
  };
  return wanted.some((text) => own[by]?.includes(text) === true);
}
