/** What is known of a place in survey rules, beyond its schema. */
import type { SchemaPath } from '../../contract/schema.ts';
import type { CatalogCode } from '../../query/model.ts';
import { decide, fieldInWords, inWords, NO_CODE, type SurveyField } from '../../survey/index.ts';
import { codeIn, fieldsIn } from '../../survey/parts.ts';
import { ruleIn, testIn } from '../../survey/readSurveyRules.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText } from '../../text/walk.ts';
import { quoted } from '../markdown.ts';
import { codeNamed } from '../survey/surveyCodes.ts';
import { fieldAt } from '../survey/surveyFields.ts';
import { itemsOf } from '../survey/surveyParts.ts';
import { counted, listed } from './words.ts';
import { orgLine } from './orgLine.ts';
import type { HoverSite, ValueSite } from './site.ts';

/** Markdown for a key: a field with what it may hold, and on `when` and `assign` the whole rule in words. */
export function aboutSurveyKey({ path, root, context }: HoverSite): string | undefined {
  const [list, index, key] = path;
  if (list === 'rules' && typeof index === 'number' && (key === 'when' || key === 'assign') && path.length === 3)
    return aboutRule(root, index, context.catalogs);
  const field = fieldAt(path);
  const facts = field === undefined ? undefined : fieldsIn(root).get(field);
  return field === undefined || facts === undefined ? undefined : aboutField(field, facts);
}

/** Markdown for a text that names a code; undefined where the schema says all there is. */
export function aboutSurveyValue(site: ValueSite): string | undefined {
  const { path, node, context } = site;
  if (!isText(node) || !namesCode(path)) return undefined;
  if (node.value === NO_CODE) return 'No code: the conversation is left as it is.';
  const code = codeNamed(context.catalogs ?? [], node.value);
  const org = orgLine('wrapUpCode', code?.name ?? node.value, context);
  const facts = code === undefined ? undefined : aboutCode(code);
  return [facts, org].filter((part) => part !== undefined).join('\n\n') || undefined;
}

/** True for the places that name a code. */
function namesCode(path: SchemaPath): boolean {
  const key = path.at(-1);
  return (
    (path.length === 1 && key === 'otherwise') ||
    (path.length === 3 && (key === 'assign' || key === 'expect') && (path[0] === 'rules' || path[0] === 'tests'))
  );
}

function aboutCode({ name, code, category, subcategory, queues = [], state }: CatalogCode): string {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Code', code && quoted(code)],
    ['Category', category && [category, ...(subcategory === undefined ? [] : [subcategory])].map(quoted).join(' / ')],
    ['Queues', queues.length === 0 ? 'none in the catalogs' : listed(queues)],
    ['State', state],
  ];
  const facts = lines.flatMap(([title, text]) => (text === undefined || text === '' ? [] : `- ${title}: ${text}`));
  return [`**${quoted(name)}**`, '', ...facts].join('\n');
}

function aboutField(name: string, facts: SurveyField): string {
  const from = facts.from === name ? '' : ` Read from ${quoted(facts.from)}.`;
  return `**${quoted(name)}**\n\n${capital(fieldInWords(facts, quoted))}.${from}`;
}

function aboutRule(root: Node, index: number, catalogs: readonly CatalogCode[] | undefined): string | undefined {
  const nodes = itemsOf(childOf(root, 'rules'));
  const own = nodes[index];
  const [rule] = own === undefined ? [] : ruleIn(own);
  if (rule === undefined) return undefined;
  const name = codeNamed(catalogs ?? [], rule.assign)?.name;
  const named = name === undefined || name === rule.assign ? '' : ` (${quoted(name)})`;
  const says = `Where ${inWords(rule.when, quoted)}, the code is **${quoted(rule.assign)}**${named}.`;
  return [`**Rule ${index + 1} of ${nodes.length}**`, says, testsOf(root, nodes, index)]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

/** How many tests end at the rule. Not known while any of the rules is wrong. */
function testsOf(root: Node, nodes: readonly Node[], index: number): string | undefined {
  const rules = nodes.flatMap(ruleIn);
  const tests = itemsOf(childOf(root, 'tests')).flatMap(testIn);
  if (rules.length < nodes.length || tests.length === 0 || tests.length * rules.length > mostTried) return undefined;
  const set = { fields: fieldsIn(root), rules, otherwise: codeIn(childOf(root, 'otherwise')) };
  const hits = tests.filter(({ given }) => decide(set, given).rule === index).length;
  return hits === 0 ? 'No test ends at this rule.' : `${hits} of ${counted(tests.length, 'test')} end at this rule.`;
}

/** Tests times rules: a hover has to be there at once. */
const mostTried = 100_000;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
