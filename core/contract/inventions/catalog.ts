import type { InventedKey, RealPlace } from './model.ts';

const at = (...path: string[]): RealPlace => ({ kind: 'WrapUpCatalog', path });

/** Keys that are written at the top of a catalog, on its categories or queues, and are not there. */
export const catalogKeys: readonly InventedKey[] = [
  {
    names: ['wrapUpCodes', 'entities', 'dispositionCodes'],
    where: ['head'],
    real: at('codes'),
    explanation: 'In a catalog the list of wrap-up codes is `codes`.',
    rewrite: { kind: 'renameKey', to: 'codes' },
  },
  {
    names: [
      'pageSize',
      'pageNumber',
      'pageCount',
      'total',
      'nextPageToken',
      'nextUri',
      'previousUri',
      'firstUri',
      'lastUri',
      'selfUri',
    ],
    where: ['head'],
    explanation: 'This is how an answer of the API is cut into pages. A catalog is one piece.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: ['reportingTags', 'tags', 'baseTags', 'extraTags'],
    where: ['head'],
    real: at('codes', '*', 'reportingTags'),
    explanation: 'Reporting tags stand on each code. The tags of its category and subcategory are added by themselves.',
    rewrite: { kind: 'moveTo', path: ['codes', '*', 'reportingTags'] },
  },
  {
    names: ['reportingTags'],
    where: ['categories'],
    real: at('codes', '*', 'reportingTags'),
    explanation:
      'A category has subcategories only. Reporting tags stand on each code; those of its category are added by themselves.',
    rewrite: { kind: 'moveTo', path: ['codes', '*', 'reportingTags'] },
  },
  {
    names: ['dispositionMatrix', 'categoryMatrix', 'codeCategories', 'dispositionCategories'],
    where: ['head'],
    real: at('categories'),
    explanation: 'Genesys Cloud has no disposition categories. In a catalog the matrix is `categories`.',
    rewrite: { kind: 'renameKey', to: 'categories' },
  },
  {
    names: ['divisionId', 'divisionName'],
    where: ['head'],
    real: at('division'),
    explanation: 'In a catalog it is `division`, with the name of the division. Ids differ from org to org.',
    rewrite: { kind: 'toName', to: 'division' },
  },
  {
    names: [
      'routingQueue',
      'routingQueues',
      'routingQueueId',
      'routingQueueIds',
      'queueIds',
      'queueNames',
      'queueId',
      'queue',
    ],
    where: ['head'],
    real: at('defaults', 'queues'),
    explanation:
      'Queues that every code goes to are listed by name under `defaults`, as `queues`. `queues` at the top declares them.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: ['mandatoryField', 'mandatory', 'isMandatory'],
    where: ['head', 'queue'],
    real: at('queues', '*', 'afterCallWork', 'prompt'),
    explanation:
      'Whether agents must choose a code is a setting of the queue: `afterCallWork: { prompt: MANDATORY }` under its name in `queues`.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: ['acwSettings', 'wrapupSettings'],
    where: ['queue'],
    real: at('queues', '*', 'afterCallWork'),
    explanation: "The queue's `acwSettings` are called `afterCallWork` in a catalog.",
    rewrite: { kind: 'renameKey', to: 'afterCallWork' },
  },
  {
    names: ['wrapupPrompt', 'prompt', 'timeout', 'timeoutMs', 'wrapupTimeoutMs'],
    where: ['queue'],
    real: at('queues', '*', 'afterCallWork'),
    explanation:
      'The prompt and its timeout stand under it: `afterCallWork: { prompt: MANDATORY_TIMEOUT, timeout: 30s }`.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: ['id', 'queueId'],
    where: ['queue'],
    explanation:
      'Ids belong to one org. A catalog names its queues, and `names` in `genesys.yaml` says where an org calls one differently.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: ['wrapupPrompt'],
    where: ['afterCallWork'],
    real: at('queues', '*', 'afterCallWork', 'prompt'),
    explanation: 'In a catalog it is `prompt`, with the same values.',
    rewrite: { kind: 'renameKey', to: 'prompt' },
  },
  {
    names: ['timeoutMs', 'wrapupTimeoutMs'],
    where: ['afterCallWork'],
    real: at('queues', '*', 'afterCallWork', 'timeout'),
    explanation: 'In a catalog it is `timeout`, with a unit: `30s` instead of 30000 milliseconds.',
    rewrite: { kind: 'toDuration', to: 'timeout', unit: 'ms' },
  },
  {
    names: ['timeoutSeconds', 'acwTimeoutSeconds'],
    where: ['afterCallWork'],
    real: at('queues', '*', 'afterCallWork', 'timeout'),
    explanation: 'In a catalog it is `timeout`, with a unit: `30s`.',
    rewrite: { kind: 'toDuration', to: 'timeout', unit: 's' },
  },
];
