import { findInventedKey, type InventedKey } from '../../contract/inventions.ts';
import { renameKey } from '../../text/edit.ts';
import type { Pair } from '../../text/tree.ts';
import { keyOf, pairOf } from '../../text/walk.ts';
import type { SurveyEntry } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { didYouMean } from '../suggest.ts';
import type { SurveyIndexes } from '../survey/surveyIndexes.ts';
import { comparisonsOf, declaredFields, testSites } from '../survey/surveyParts.ts';

/** A condition or a test that names a field which `fields` does not declare. */
export const unknownSurveyField: Rule = { code: 'unknown-survey-field', severity: 'error', inSurvey: look };

function look(entry: SurveyEntry, { isWhole, suggest }: SurveyIndexes): readonly Finding[] {
  const fields = declaredFields(entry);
  if (fields === undefined || !isWhole) return [];
  const names = [...fields.keys()];
  const byColumn = new Map([...fields.values()].map(({ name, facts }) => [facts?.from ?? name, name]));
  const named = [
    ...comparisonsOf(entry).map(({ pair, map }) => ({ pair, map, isCondition: true })),
    ...testSites(entry).flatMap(({ given }) =>
      given?.kind === 'map' && given.alias !== true
        ? given.pairs.map((pair) => ({ pair, map: given, isCondition: false }))
        : [],
    ),
  ];
  const meantBy = new Map<string, string | undefined>();
  return named.flatMap(({ pair, map, isCondition }): Finding[] => {
    const name = keyOf(pair);
    if (fields.has(name) || pair.key.source === '') return [];
    // In a test these two are no conditions: `given` says what a response holds.
    const invented = isCondition ? findInventedKey('survey.condition', name) : undefined;
    if (!meantBy.has(name))
      meantBy.set(
        name,
        inventedAs(invented) ?? byColumn.get(name) ?? (names.length > manyFields ? undefined : suggest(name, names)),
      );
    const meant = meantBy.get(name);
    const isFree = meant !== undefined && pairOf(map, meant) === undefined && map.alias !== true;
    const fix = isFree ? [renameKey(pair, meant)] : undefined;
    return [
      {
        span: pair.key.span,
        message: messageOf(pair, invented, meant),
        fixes: fixIf(`Change to \`${meant}\``, fix, true),
      },
    ];
  });
}

/** Responses have a handful of fields; a search among more would cost more than it helps. */
const manyFields = 500;

function inventedAs(invented: InventedKey | undefined): string | undefined {
  return invented?.rewrite.kind === 'renameKey' ? invented.rewrite.to : undefined;
}

function messageOf(pair: Pair, invented: InventedKey | undefined, meant: string | undefined): string {
  const name = keyOf(pair);
  if (invented !== undefined) return `\`${name}\` is no field of the responses. ${invented.explanation}`;
  const advice = didYouMean(meant) || ' Add it there, with its type.';
  return `\`${name}\` is not declared under \`fields\`.${advice}`;
}
