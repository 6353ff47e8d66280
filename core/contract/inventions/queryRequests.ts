import type { FilterFamily, InventedKey, Place } from './model.ts';
import { filterKeys } from './places.ts';
import { type Row, rowsOf } from './rows.ts';

const both: readonly Place[] = ['details', 'aggregates'];
const addsUp =
  'A query of this kind only adds up. To see conversations one by one, use the kind `ConversationDetails`.';

const filters: readonly Row[] = [
  {
    names: [
      'entity',
      'entities',
      'filters',
      'predicates',
      'predicate',
      'clauses',
      'conditions',
      'criteria',
      'constraints',
      'query',
    ],
    where: both,
    key: 'where',
    explanation: 'Write under `where` which conversations are meant, one line each: `queueId: [an id, another]`.',
    rewrite: { kind: 'toWhere' },
  },
  {
    names: ['filter'],
    where: ['details'],
    key: 'where',
    explanation:
      'A details query has several lists of filters, such as `segmentFilters`. Under `where` one line each is enough, and goes where it belongs.',
    rewrite: { kind: 'toWhere' },
  },
  ...singular('conversation', ['conversationFilter', 'conversationPredicates']),
  ...singular('segment', ['segmentFilter', 'segmentPredicates', 'participantFilters', 'sessionFilters']),
  ...singular('evaluation', ['evaluationFilter']),
  ...singular('survey', ['surveyFilter']),
  ...singular('resolution', ['resolutionFilter']),
  {
    names: [
      'conversationFilters',
      'segmentFilters',
      'conversationFilter',
      'segmentFilter',
      'evaluationFilters',
      'surveyFilters',
      'resolutionFilters',
    ],
    where: ['aggregates'],
    key: 'where',
    explanation: `An aggregation has one \`filter\`, or lines under \`where\`. ${addsUp}`,
    rewrite: { kind: 'toWhere' },
  },
];

function singular(family: Exclude<FilterFamily, 'aggregate'>, names: readonly string[]): readonly Row[] {
  const key = filterKeys[family];
  const explanation = `It is \`${key}\`, and a list.`;
  return [{ names, where: ['details'], key, explanation, rewrite: { kind: 'renameKey', to: key } }];
}

const request: readonly Row[] = [
  {
    names: [
      'url',
      'uri',
      'host',
      'hostname',
      'regionHost',
      'apiHost',
      'baseUrl',
      'basePath',
      'apiUrl',
      'endpoint',
      'path',
      'method',
      'region',
      'domain',
      'tokenUrl',
      'oauthUrl',
      'loginUrl',
    ],
    where: both,
    explanation:
      'A query says what is asked, and not where: `kind` stands for the path, and it goes to the org that one is signed in to.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: ['headers', 'authorization', 'bearer', 'personalAccessToken', 'authToken', 'jwt'],
    where: both,
    explanation:
      'A secret must never stand in a file, and headers hold one. Remove it here, replace it in the org if the file was shared, and sign in through the editor.',
    rewrite: { kind: 'removeKey' },
    secret: true,
  },
  {
    names: ['scope', 'scopes', 'requiredScopes', 'oauthScopes', 'permission', 'permissions'],
    where: both,
    explanation:
      'A query names no scope. What one may ask follows from roles: `analytics:conversationDetail:view` for details, `analytics:conversationAggregate:view` for aggregations. The scope of an OAuth client is `analytics:readonly`.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: ['contentType', 'accept', 'timeout', 'retries', 'maxRetries', 'retryAfter', 'rateLimit'],
    where: both,
    explanation: 'How a query is sent is not part of it: retries and waiting are done by themselves.',
    rewrite: { kind: 'removeKey' },
  },
];

/** Keys at the top of a query that filter, or belong to the request and not to the question. */
export const requestKeys: readonly InventedKey[] = rowsOf([...filters, ...request]);
