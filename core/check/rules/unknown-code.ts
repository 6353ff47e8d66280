import { normaliseName } from '../../contract/names.ts';
import { isDefaultCode, isReservedName } from '../../contract/systemCodes.ts';
import type { CatalogCode } from '../../query/model.ts';
import { replaceText } from '../../text/edit.ts';
import type { QueryEntry, SurveyEntry } from '../entry.ts';
import type { QueryIndexes } from '../query/queryIndexes.ts';
import { codeIndex, type CodeKey, isCodeName } from '../indexes/codeIndex.ts';
import { conditionsOf, wantedCodes } from '../query/queryWhere.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { didYouMean } from '../suggest.ts';
import { codeNamed, isNoCode } from '../survey/surveyCodes.ts';
import type { SurveyIndexes } from '../survey/surveyIndexes.ts';
import { codeTexts } from '../survey/surveyParts.ts';
import { isId } from './id-instead-of-name.ts';

/** A code, category, subcategory or tag that no catalog of the project has. A name may also be one of the org's. */
export const unknownCode: Rule = { code: 'unknown-code', severity: 'warning', inQuery: look, inSurvey };

function look(entry: QueryEntry, { context, suggest }: QueryIndexes): readonly Finding[] {
  const { catalogs, org } = context;
  if (catalogs === undefined) return [];
  const wanted = conditionsOf(entry).filter(({ key }) => key === 'wrapUpCode');
  return wanted
    .flatMap(({ value }) => wantedCodes(value))
    .flatMap(({ by, node }): Finding[] => {
      if (node.value === '' || isKnown(catalogs, by, node.value)) return [];
      if (by === 'name') {
        if (catalogs.length === 0 || isId(node.value) || isReservedName(node.value) || isDefaultCode(node.value))
          return [];
        if (org?.wrapUpCodes?.some(({ name }) => normaliseName(name) === normaliseName(node.value)) === true) return [];
      }
      const meant = suggest(node.value, textsBy(catalogs, by));
      const fix = meant === undefined || node.alias === true ? undefined : [replaceText(node, meant)];
      const message = `No catalog of this project has ${words[by]} \`${node.value}\`.${didYouMean(meant) || orElse}`;
      return [{ span: node.span, message, fixes: fixIf(`Change to \`${meant}\``, fix, true) }];
    });
}

/** Rules name a code by its `code` or its name. Without any catalog the names may all be those of the org. */
function inSurvey(entry: SurveyEntry, { context, suggest }: SurveyIndexes): readonly Finding[] {
  const { catalogs, org } = context;
  if (catalogs === undefined || catalogs.length === 0) return [];
  const unknown = codeTexts(entry).filter(
    ({ value }) => value !== '' && !isNoCode(value) && !isId(value) && codeNamed(catalogs, value) === undefined,
  );
  if (unknown.length === 0) return [];
  const inOrg = new Set(org?.wrapUpCodes?.map(({ name }) => normaliseName(name)));
  const texts = [...new Set(catalogs.flatMap(({ code, name }) => (code === undefined ? [name] : [code, name])))];
  return unknown
    .filter(({ value }) => !inOrg.has(normaliseName(value)))
    .map((node) => {
      const meant = suggest(node.value, texts);
      const fix = meant === undefined || node.alias === true ? undefined : [replaceText(node, meant)];
      const message = `No catalog of this project has a code with the \`code\` or the name \`${node.value}\`.${didYouMean(meant) || orElse}`;
      return { span: node.span, message, fixes: fixIf(`Change to \`${meant}\``, fix, true) };
    });
}

const orElse = ' Choose another one, or add it to a catalog.';

const words: Readonly<Record<CodeKey, string>> = {
  name: 'a code with the name',
  code: 'a code with the `code`',
  category: 'a code in the category',
  subcategory: 'a code in the subcategory',
  tag: 'a code with the tag',
};

function isKnown(catalogs: readonly CatalogCode[], by: CodeKey, text: string): boolean {
  return by === 'name' ? isCodeName(catalogs, text) : codeIndex(catalogs)[by].has(text);
}

/** Everything that could be meant: asked for only where something is unknown. */
function textsBy(catalogs: readonly CatalogCode[], by: CodeKey): readonly string[] {
  if (by !== 'name') return [...codeIndex(catalogs)[by].keys()];
  return [...new Set(catalogs.flatMap(({ name, formerly }) => [name, ...formerly]))];
}
