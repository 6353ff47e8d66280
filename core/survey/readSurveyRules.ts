/** The survey rules of a file as typed data. */
import { documentKind } from '../check/fileKind.ts';
import { validateSurveyRules } from '../contract/generated/validators.mjs';
import type { DocumentNode, Node, SourceFile } from '../text/tree.ts';
import { childOf, toValue } from '../text/walk.ts';
import type { Rule, RuleTest, SurveyRulesFile } from './model.ts';
import { codeIn, conditionIn, fieldsIn, responseIn } from './parts.ts';

/** One for each document that holds survey rules and fits its schema. A document with an error in it is left out. */
export function readSurveyRules(source: SourceFile): readonly SurveyRulesFile[] {
  return source.documents.flatMap((document, index) => {
    const isOurs = documentKind(source.name, document.root) === 'SurveyRules';
    return isOurs && !isBroken(source, document) ? rulesIn(document.root, index) : [];
  });
}

function isBroken({ problems }: SourceFile, { span }: DocumentNode): boolean {
  return problems.some(
    (problem) => problem.code !== 'unknown-tag' && problem.span.start <= span.end && problem.span.end >= span.start,
  );
}

function rulesIn(root: Node | undefined, document: number): readonly SurveyRulesFile[] {
  const value = toValue(root);
  if (!validateSurveyRules(value)) return [];
  const written = itemsOf(childOf(root, 'rules'));
  const rules = written.flatMap(ruleIn);
  if (rules.length < written.length) return [];
  const tests = itemsOf(childOf(root, 'tests')).flatMap(testIn);
  return [{ document, fields: fieldsIn(root), rules, otherwise: codeIn(childOf(root, 'otherwise')), tests, value }];
}

export function ruleIn(node: Node): readonly Rule[] {
  const when = conditionIn(childOf(node, 'when'));
  const assign = codeIn(childOf(node, 'assign'));
  return when === undefined || assign === undefined ? [] : [{ when, assign }];
}

export function testIn(node: Node): readonly RuleTest[] {
  const given = responseIn(childOf(node, 'given'));
  return given === undefined ? [] : [{ given, expect: codeIn(childOf(node, 'expect')) }];
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'seq' ? node.items : [];
}
