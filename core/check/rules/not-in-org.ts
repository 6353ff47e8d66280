import { normaliseName } from '../../contract/names.ts';
import { isDefaultCode, isReservedName } from '../../contract/systemCodes.ts';
import { replaceText } from '../../text/edit.ts';
import { isText } from '../../text/walk.ts';
import type { QueryEntry } from '../entry.ts';
import type { CheckContext } from '../indexes.ts';
import { ageOf, foundInOrg, kindWords, orgList } from '../orgNames.ts';
import type { QueryIndexes } from '../queryIndexes.ts';
import { comparedValues } from '../queryValues.ts';
import { conditionsOf, wantedCodes } from '../queryWhere.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { didYouMean } from '../suggest.ts';
import { isId } from './id-instead-of-name.ts';

/** A name that the org did not have when it was last asked. It may have it by now, so this is a fact and no mistake. */
export const notInOrg: Rule = { code: 'not-in-org', severity: 'information', inQuery: look };

function look(entry: QueryEntry, { context, suggest }: QueryIndexes): readonly Finding[] {
  const { org, now } = context;
  if (org === undefined) return [];
  const picked = conditionsOf(entry).flatMap(({ key, value }) =>
    key === 'wrapUpCode' && value?.kind === 'map'
      ? wantedCodes(value).flatMap(({ by, node }) => (by === 'name' ? [{ node, named: 'wrapUpCode' as const }] : []))
      : [],
  );
  return [...comparedValues(entry), ...picked].flatMap(({ node, named }): Finding[] => {
    if (named === undefined || !isText(node) || node.value.trim() === '' || isId(node.value)) return [];
    const isSystems = named === 'wrapUpCode' && (isReservedName(node.value) || isDefaultCode(node.value));
    if (isSystems || foundInOrg(named, node.value, context)?.length !== 0) return [];
    if (named === 'wrapUpCode' && isUnknownCode(node.value, context)) return [];
    const names = namesOf(orgList(named, context) ?? []);
    const meant = suggest(node.value, names);
    const fix = meant === undefined || node.alias === true ? undefined : [replaceText(node, meant)];
    const message = `${org.org.name} has no ${kindWords[named]} \`${node.value}\`, seen ${ageOf(org, now)}.${didYouMean(meant)}`;
    return [{ span: node.span, message, fixes: fixIf(`Change to \`${meant}\``, fix) }];
  });
}

/** What neither a catalog nor the org has is told once, by `unknown-code`. */
function isUnknownCode(name: string, { catalogs = [] }: CheckContext): boolean {
  const wanted = normaliseName(name);
  const isKnown = catalogs.some((code) => [code.name, ...code.formerly].some((own) => normaliseName(own) === wanted));
  return catalogs.length > 0 && !isKnown;
}

/** The same list for the same reading, as suggestions need. */
const lists = new WeakMap<object, readonly string[]>();

function namesOf(entities: readonly { readonly name: string }[]): readonly string[] {
  const known = lists.get(entities) ?? entities.map(({ name }) => name);
  lists.set(entities, known);
  return known;
}
