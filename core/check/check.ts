/** Checks one file: its YAML, its kind, and each of its entries against every rule. */
import type { SourceFile } from '../text/tree.ts';
import { isQueryKind } from '../contract/schema.ts';
import { catalogIndexes } from './indexes/catalogIndexes.ts';
import { catalogsIn, documentsOf } from './indexes/catalogsIn.ts';
import { projectEntry, queryEntry, surveyEntry } from './entry.ts';
import { documentKind } from './fileKind.ts';
import { wholeOf } from './home.ts';
import type { CheckContext } from './indexes/indexes.ts';
import { checkEmpty, checkKind } from './kind.ts';
import type { Problem } from './problem.ts';
import { queryIndexes } from './query/queryIndexes.ts';
import { problemOf, type Reported } from './report.ts';
import type { Rule } from './rule.ts';
import { rules as allRules } from './rules/index.ts';
import { run, runInCode, runInHead, settle } from './runRules.ts';
import { surveyIndexes } from './survey/surveyIndexes.ts';
import { syntaxFindings } from './fixes/syntaxFixes.ts';

/**
 * Everything that is wrong with one file, in its order. Pure: the clock and what other files say come with
 * `context`. A rule that fails is itself reported as `internal-error`.
 */
export function check(source: SourceFile, context: CheckContext, rules: readonly Rule[] = allRules): Problem[] {
  const syntax = syntaxFindings(source);
  const meaning = [
    ...kindFindings(source),
    ...catalogFindings(source, context, rules),
    ...projectFindings(source, rules),
    ...queryFindings(source, context, rules),
    ...surveyFindings(source, context, rules),
  ];
  const { home } = wholeOf(source);
  return settle(source.text, syntax, meaning).map((finding) => problemOf(home, finding));
}

export function kindFindings(source: SourceFile): Reported[] {
  return [...checkEmpty(source), ...source.documents.flatMap((document) => checkKind(source, document))];
}

function catalogFindings(source: SourceFile, context: CheckContext, rules: readonly Rule[]): Reported[] {
  const catalogs = catalogsIn(source);
  return catalogIndexes(catalogs, context).flatMap((indexes, at) => {
    const { head } = indexes;
    const codes = catalogs[at]?.codes ?? [];
    return rules.flatMap((rule) => [
      ...runInHead(rule, head, indexes),
      ...codes.flatMap((code) => runInCode(rule, code, indexes)),
    ]);
  });
}

function projectFindings(source: SourceFile, rules: readonly Rule[]): Reported[] {
  return documentsOf(source, 'GenesysProject').flatMap(({ root }) => {
    const entry = projectEntry(wholeOf(source), root);
    return rules.flatMap((rule) => run(rule, entry, () => rule.inProject?.(entry)));
  });
}

function queryFindings(source: SourceFile, context: CheckContext, rules: readonly Rule[]): Reported[] {
  const indexes = queryIndexes(context);
  return source.documents.flatMap(({ root }, document) => {
    const kind = documentKind(source.name, root);
    if (root === undefined || !isQueryKind(kind)) return [];
    const entry = queryEntry(wholeOf(source), root, kind, document);
    return rules.flatMap((rule) => run(rule, entry, () => rule.inQuery?.(entry, indexes)));
  });
}

function surveyFindings(source: SourceFile, context: CheckContext, rules: readonly Rule[]): Reported[] {
  return documentsOf(source, 'SurveyRules').flatMap(({ root }) => {
    const entry = surveyEntry(wholeOf(source), root);
    const indexes = surveyIndexes(context, source.problems);
    return rules.flatMap((rule) => run(rule, entry, () => rule.inSurvey?.(entry, indexes)));
  });
}
