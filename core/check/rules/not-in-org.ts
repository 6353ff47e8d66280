import { normaliseName } from '../../contract/names.ts';
import { isDefaultCode, isReservedName } from '../../contract/systemCodes.ts';
import type { NamedKind } from '../../query/model.ts';
import { replaceText } from '../../text/edit.ts';
import type { ScalarNode } from '../../text/tree.ts';
import { childOf, isText, textsOf, type TextNode } from '../../text/walk.ts';
import { isCodeName } from '../indexes/codeIndex.ts';
import { field, type CodeEntry, type HeadEntry, type QueryEntry } from '../entry.ts';
import type { CheckContext, Indexes } from '../indexes/indexes.ts';
import { nameTexts } from '../nameTexts.ts';
import { askOrg, environmentsHere, inLists, kindTitles, livingNames, orgList } from '../orgNames.ts';
import type { QueryIndexes } from '../query/queryIndexes.ts';
import { comparedValues } from '../query/queryValues.ts';
import { conditionsOf, wantedCodes } from '../query/queryWhere.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { didYouMean } from '../suggest.ts';
import { isId } from './id-instead-of-name.ts';

/** A name that the org did not have when it was last asked. It may have it by now, so this is a fact and no mistake. */
export const notInOrg: Rule = {
  code: 'not-in-org',
  severity: 'information',
  codesWith: 'org',
  inHead,
  inCode,
  inQuery,
};

/** Declared queues, once each where they are declared; default queues that nobody declares; the division. */
function inHead(entry: HeadEntry, indexes: Indexes): readonly Finding[] {
  if (indexes.context.org === undefined) return [];
  const inDefaults = new Set<ScalarNode>(textsOf(childOf(field(entry, 'defaults'), 'queues')));
  return nameTexts(entry).flatMap(({ field: key, node }) => {
    if (key === 'division') return absent('division', node, indexes);
    if (key !== 'queues') return [];
    return inDefaults.has(node) ? undeclared(node, indexes) : absent('queue', node, indexes);
  });
}

function inCode(entry: CodeEntry, indexes: Indexes): readonly Finding[] {
  if (indexes.context.org === undefined || !goesHere(entry, indexes.context)) return [];
  return nameTexts(entry).flatMap(({ field: key, node }) => {
    if (key === 'division') return absent('division', node, indexes);
    if (key === 'queues') return undeclared(node, indexes);
    return key === 'name' ? deleted(node, entry, indexes.context) : [];
  });
}

function inQuery(entry: QueryEntry, indexes: QueryIndexes): readonly Finding[] {
  const { context } = indexes;
  if (context.org === undefined) return [];
  const picked = conditionsOf(entry).flatMap(({ key, value }) =>
    key === 'wrapUpCode' && value?.kind === 'map'
      ? wantedCodes(value).flatMap(({ by, node }) => (by === 'name' ? [{ node, named: 'wrapUpCode' as const }] : []))
      : [],
  );
  return [...comparedValues(entry), ...picked].flatMap(({ node, named }) => {
    if (named === undefined || !isText(node)) return [];
    const isSystems = named === 'wrapUpCode' && (isReservedName(node.value) || isDefaultCode(node.value));
    if (isSystems || (named === 'wrapUpCode' && isUnknownCode(node.value, context))) return [];
    return absent(named, node, indexes);
  });
}

function absent(kind: NamedKind, node: TextNode, { context, suggest }: Indexes | QueryIndexes): readonly Finding[] {
  const isAll = kind === 'division' && node.value === '*';
  if (isAll || node.value.trim() === '' || isId(node.value)) return [];
  // Most names are there. Then nothing depends on the time, and no minute that passes has this looked at again.
  if (inLists(kind, node.value, context)?.length !== 0) return [];
  const answer = askOrg(kind, node.value, context);
  if (answer.is !== 'absent') return [];
  const meant = suggest(node.value, livingNames(orgList(kind, context) ?? []));
  const fix = meant === undefined || node.alias === true ? undefined : [replaceText(node, meant)];
  const message = `${kindTitles[kind]} \`${node.value}\` is not ${answer.seen}.${didYouMean(meant)}`;
  return [{ span: node.span, message, fixes: fixIf(`Change to \`${meant}\``, fix) }];
}

/** A queue that some catalog declares is told of there, and not at each of its codes. */
function undeclared(node: TextNode, indexes: Indexes): readonly Finding[] {
  const isDeclared = indexes.queues.get(normaliseName(node.value)).length > 0;
  return isDeclared ? [] : absent('queue', node, indexes);
}

/** A name that only a deleted code has: a push lists living codes, finds none, and creates one with a new id. */
function deleted(node: TextNode, entry: CodeEntry, context: CheckContext): readonly Finding[] {
  const state = field(entry, 'state');
  if (state !== undefined && (!isText(state) || state.value !== 'active')) return [];
  const names = [node, ...textsOf(field(entry, 'formerly'))];
  const found = names.map(({ value }) => inLists('wrapUpCode', value, context) ?? []);
  if (found[0]?.length === 0 || found.flat().some(isLiving)) return [];
  const answer = askOrg('wrapUpCode', node.value, context);
  if (answer.is !== 'known') return [];
  const message = `Wrap-up code \`${node.value}\` is deleted ${answer.seen}. A push creates a new one.`;
  return [{ span: node.span, message }];
}

function isLiving({ deleted: isDeleted }: { readonly deleted?: true }): boolean {
  return isDeleted !== true;
}

/** False where a code names its environments and the org is not known to be one of them: then nothing is known to be wrong. */
function goesHere(entry: CodeEntry, context: CheckContext): boolean {
  const wanted = textsOf(field(entry, 'environments')).map(({ value }) => value);
  return wanted.length === 0 || environmentsHere(context).some((name) => wanted.includes(name));
}

/** What neither a catalog nor the org has is told once, by `unknown-code`. */
function isUnknownCode(name: string, { catalogs = [] }: CheckContext): boolean {
  return catalogs.length > 0 && !isCodeName(catalogs, name);
}
