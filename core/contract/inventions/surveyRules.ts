import type { InventedKey, InventedValue, Place, RealPlace, SurveyPlace } from './model.ts';
import { bare } from './fold.ts';

const at = (...path: string[]): RealPlace => ({ kind: 'SurveyRules', path });

/** Where the parts of survey rules stand. Conditions in `any` and `all` are the same place as the `when` around them. */
export const surveyPlaces: Readonly<Record<SurveyPlace, RealPlace>> = {
  survey: at(),
  'survey.org': at('responses', 'org'),
  'survey.field': at('fields', '*'),
  'survey.rule': at('rules', '*'),
  'survey.condition': at('rules', '*', 'when'),
  'survey.match': at('rules', '*', 'when', '*'),
  'survey.test': at('tests', '*'),
};

export const surveyPlaceNames: readonly SurveyPlace[] = [
  'survey',
  'survey.org',
  'survey.field',
  'survey.rule',
  'survey.condition',
  'survey.match',
  'survey.test',
];

/** A key under another name. */
function renamed(where: SurveyPlace, to: string, names: readonly string[], explanation: string): InventedKey {
  const { kind, path } = surveyPlaces[where];
  return {
    names,
    where: [where],
    real: { kind, path: [...path, to] },
    explanation,
    rewrite: { kind: 'renameKey', to },
  };
}

function removed(where: SurveyPlace, names: readonly string[], explanation: string): InventedKey {
  return { names, where: [where], explanation, rewrite: { kind: 'removeKey' } };
}

function unwrapped(where: SurveyPlace, names: readonly string[], explanation: string): InventedKey {
  return { names, where: [where], explanation, rewrite: { kind: 'unwrap' } };
}

/** Keys that scripts and other tools use for survey rules. */
export const surveyKeys: readonly InventedKey[] = [
  renamed(
    'survey',
    'rules',
    ['mapping', 'mappings', 'logic', 'businessLogic', 'conditions'],
    'What a survey leads to is a list of `rules`, tried from the top.',
  ),
  renamed(
    'survey',
    'otherwise',
    ['default', 'defaultCode', 'else', 'fallback', 'fallbackCode'],
    'The code for responses that no rule matches is `otherwise`.',
  ),
  renamed(
    'survey',
    'conversationId',
    ['interactionId', 'conversationIdField', 'interactionIdField'],
    'The API calls it a conversation. `conversationId` says under which key of a response its id stands.',
  ),
  renamed('survey', 'responses', ['source', 'input', 'inputs'], 'Where responses come from is `responses`.'),
  removed(
    'survey',
    ['webhook', 'webhookUrl', 'callbackUrl', 'topic', 'queueConsumer', 'eventType'],
    'The org sends no event when a survey arrives. `responses` says where they are read from: a file, or the org.',
  ),
  removed(
    'survey',
    ['wrapUpTime', 'endpoint', 'codeMap', 'divisionId', 'division'],
    'Rules only name codes. Which one that is in an org, and how it is assigned, is looked up there.',
  ),
  removed(
    'survey',
    ['scope', 'scopes', 'requiredScopes', 'permissions'],
    'Scopes such as `interaction:write` do not exist. What a client may do follows from its roles.',
  ),
  renamed('survey.org', 'form', ['formName', 'surveyForm', 'surveyFormName'], 'The form of the surveys is `form`.'),
  renamed(
    'survey.org',
    'status',
    ['state', 'states', 'statuses', 'surveyStatus'],
    'The states of the surveys are `status`.',
  ),
  removed(
    'survey.org',
    ['formId', 'surveyFormId'],
    'Ids differ from org to org. Write the name of the form under `form`.',
  ),
  removed(
    'survey.field',
    ['default', 'defaultValue', 'fallback', 'ifMissing'],
    'A missing value is missing and never 0: a score of 0 is an answer, and no answer is none. Ask for it with `missing` in a rule.',
  ),
  removed(
    'survey.field',
    ['required', 'optional', 'nullable'],
    'Any value of a response can be missing. Ask for it with `missing` in a rule.',
  ),
  renamed(
    'survey.field',
    'from',
    ['path', 'key', 'column', 'source', 'field', 'jsonPath'],
    'Where the value stands in a response is `from`.',
  ),
  renamed('survey.field', 'min', ['minimum', 'minValue', 'gte'], 'The least that a number may be is `min`.'),
  renamed('survey.field', 'max', ['maximum', 'maxValue', 'lte'], 'The most that a number may be is `max`.'),
  renamed(
    'survey.field',
    'upper',
    ['upperCase', 'toUpper', 'toUpperCase', 'ignoreCase', 'caseInsensitive'],
    'A text is turned to capitals with `upper: true`.',
  ),
  renamed(
    'survey.field',
    'values',
    ['enum', 'options', 'choices', 'allowed', 'allowedValues'],
    'The texts that are possible are `values`.',
  ),
  renamed(
    'survey.rule',
    'when',
    ['if', 'condition', 'conditions', 'match', 'where'],
    'What must hold of a response is `when`.',
  ),
  renamed(
    'survey.rule',
    'assign',
    ['then', 'code', 'wrapUpCode', 'targetCode', 'target', 'codeName', 'wrapUp', 'set', 'wrapUpCodeId', 'codeId'],
    'The code that a rule gives is `assign`, with its `code` or its name.',
  ),
  removed('survey.rule', ['priority', 'order', 'index', 'weight'], 'Rules are tried in their order, from the top.'),
  removed('survey.rule', ['stop', 'break', 'continue', 'final'], 'The first rule that matches always decides.'),
  renamed('survey.condition', 'any', ['or', 'anyOf', 'oneOf', 'either'], 'One of several conditions is `any`.'),
  renamed('survey.condition', 'all', ['and', 'allOf', 'both'], 'Several conditions at once are `all`.'),
  removed(
    'survey.condition',
    ['not', 'none', 'noneOf', 'unless'],
    'There is no negation. Put a rule for what is meant to be left out above this one.',
  ),
  renamed(
    'survey.match',
    'gte',
    ['min', 'minimum', 'ge', 'atLeast', 'from', 'greaterThanOrEqual', '>='],
    'At least is `gte`.',
  ),
  renamed(
    'survey.match',
    'lte',
    ['max', 'maximum', 'le', 'atMost', 'to', 'lessThanOrEqual', '<='],
    'At most is `lte`.',
  ),
  renamed('survey.match', 'gt', ['greaterThan', 'above', 'moreThan', '>'], 'More than is `gt`.'),
  renamed('survey.match', 'lt', ['lessThan', 'below', 'under', '<'], 'Less than is `lt`.'),
  unwrapped(
    'survey.match',
    ['eq', 'equals', 'is', 'value', '==', '='],
    'A value is written by itself, without an operator: `issue: BILLING`.',
  ),
  unwrapped(
    'survey.match',
    ['in', 'oneOf', 'anyOf', 'values'],
    'Several values are a list: `issue: [BILLING, TECHNICAL]`.',
  ),
  removed(
    'survey.match',
    ['not', 'ne', 'neq', 'notEquals', 'notIn', '!='],
    'There is no negation. Put a rule for what is meant to be left out above this one.',
  ),
  renamed(
    'survey.test',
    'given',
    ['input', 'response', 'when', 'payload', 'answers'],
    'The response of a test is `given`.',
  ),
  renamed(
    'survey.test',
    'expect',
    ['expected', 'output', 'then', 'code', 'assign', 'result', 'wrapUpCode'],
    'The code that a test must get is `expect`.',
  ),
  removed(
    'survey.test',
    ['name', 'title', 'description', 'label'],
    'A test has no name: what is given says which one it is.',
  ),
];

const typeWords: ReadonlyMap<string, string> = new Map([
  ...['int', 'int32', 'int64', 'long', 'score', 'wholenumber'].map((word) => [word, 'integer'] as const),
  ...['float', 'double', 'decimal', 'numeric'].map((word) => [word, 'number'] as const),
  ...['str', 'text', 'enum', 'varchar', 'uuid', 'date', 'datetime'].map((word) => [word, 'string'] as const),
  ...['bool', 'flag', 'yesno'].map((word) => [word, 'boolean'] as const),
]);

const targetWords: ReadonlyMap<string, string> = new Map([
  ...['surveyed', 'agent', 'agentsurveyed'].map((word) => [word, 'surveyedAgent'] as const),
  ...['last', 'lastparticipant', 'final', 'finalagent'].map((word) => [word, 'lastAgent'] as const),
]);

/** Words of scripts and of other survey tools for the states. */
const statusWords: ReadonlyMap<string, string> = new Map([
  ...['completed', 'complete', 'done', 'submitted', 'answered'].map((word) => [word, 'Finished'] as const),
  ...['optedout', 'declined', 'refused'].map((word) => [word, 'OptOut'] as const),
  ...['failed', 'bounced'].map((word) => [word, 'Error'] as const),
  ...['started', 'partial', 'open'].map((word) => [word, 'InProgress'] as const),
]);

/** As `findInventedValue`, in survey rules. */
export function findInventedSurveyValue(where: Place, key: string, value: string): InventedValue | undefined {
  const word = bare(value);
  if (where === 'survey.field' && key === 'type')
    return meant(where, key, typeWords.get(word), 'A value is an integer, a number, a string or a boolean here.');
  if (where === 'survey' && key === 'target')
    return meant(where, key, targetWords.get(word), 'It is the agent whom the survey is about, or the last one.');
  if (where === 'survey.org' && key === 'status')
    return meant(where, key, statusWords.get(word), 'The org has words of its own for the states of a survey.');
  if (where === 'survey' && key === 'responses' && /^(?:webhook|event|events|queue|topic|api|http|url)$/.test(word)) {
    const explanation =
      'The org sends no event when a survey arrives. Write `file`, or `{ org: {} }` for the surveys of the org.';
    return { where, key, explanation };
  }
  if (where === 'survey' && key === 'responses' && /^(?:csv|json|jsonl|ndjson|files)$/.test(word))
    return meant(where, key, 'file', 'JSON, JSON lines and CSV are all `file`.');
  return undefined;
}

function meant(where: Place, key: string, real: string | undefined, explanation: string): InventedValue | undefined {
  return real === undefined ? undefined : { where, key, explanation, real };
}

/** What the org's surveys hold is fewer things than scripts expect: `csat_score` and `nps_score` are inventions. */
const sourceWords: ReadonlyMap<string, string> = new Map([
  ...['nps', 'npsscore', 'surveypromoterscore', 'promoterscore'].map((word) => [word, 'nps'] as const),
  ...['totalscore', 'osurveytotalscore', 'score', 'surveyscore', 'total', 'csat', 'csatscore', 'satisfaction'].map(
    (word) => [word, 'totalScore'] as const,
  ),
]);

/** What a value of the org's surveys was meant to be called; nothing for a right name, and for one nobody is known to use. */
export function meantSurveySource(from: string): 'nps' | 'totalScore' | undefined {
  const real = sourceWords.get(bare(from));
  return real === from || (real !== 'nps' && real !== 'totalScore') ? undefined : real;
}
