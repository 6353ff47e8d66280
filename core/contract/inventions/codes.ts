import type { InventedKey, RealPlace } from './model.ts';

const code = (key: string): RealPlace => ({ kind: 'WrapUpCatalog', path: ['codes', '*', key] });
const prompt: RealPlace = { kind: 'WrapUpCatalog', path: ['queues', '*', 'afterCallWork', 'prompt'] };

/** Keys that are written on a code and are not there. */
export const codeKeys: readonly InventedKey[] = [
  {
    names: ['codeName', 'wrapUpCodeName', 'wrapUpName'],
    where: ['code'],
    real: code('name'),
    explanation: 'A wrap-up code has `name`, and that is what agents see.',
    rewrite: { kind: 'renameKey', to: 'name' },
  },
  {
    names: ['codeCategoryName', 'codeCategory', 'categoryName', 'dispositionCategory'],
    where: ['code'],
    real: code('category'),
    explanation:
      'Genesys Cloud has no categories for wrap-up codes. In a catalog it is `category`, and it becomes a reporting tag.',
    rewrite: { kind: 'renameKey', to: 'category' },
  },
  {
    names: [
      'routingQueue',
      'routingQueues',
      'routingQueueId',
      'routingQueueIds',
      'queue',
      'queueId',
      'queueIds',
      'queueName',
      'queueNames',
    ],
    where: ['code'],
    real: code('queues'),
    explanation:
      'A wrap-up code has no queue of its own; it is put on queues. In a catalog that is `queues`, a list of names. Ids differ from org to org.',
    rewrite: { kind: 'toQueues' },
  },
  {
    names: ['mandatoryField', 'isMandatory', 'required'],
    where: ['code'],
    real: code('mandatory'),
    explanation:
      'A wrap-up code cannot be mandatory by itself: a queue asks for a code or does not. In a catalog `mandatory` checks that its queues do.',
    rewrite: { kind: 'renameKey', to: 'mandatory' },
  },
  {
    names: ['tags', 'baseTags', 'extraTags'],
    where: ['code'],
    real: code('reportingTags'),
    explanation:
      'A wrap-up code has no tags in Genesys Cloud. In a catalog they are `reportingTags` and stay in the file.',
    rewrite: { kind: 'renameKey', to: 'reportingTags' },
  },
  {
    names: ['divisionId', 'divisionName'],
    where: ['code'],
    real: code('division'),
    explanation: 'In a catalog it is `division`, with the name of the division. Ids differ from org to org.',
    rewrite: { kind: 'toName', to: 'division' },
  },
  {
    names: ['wrapUpCodeId', 'codeId', 'id'],
    where: ['code'],
    real: code('name'),
    explanation:
      'Ids belong to one org and are looked up there by `name`. A catalog has none, so that the same file fits every org.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: ['wrapUpCodeGroup', 'wrapUpCodeGroupId', 'wrapUpGroupId', 'groupId', 'group'],
    where: ['code', 'head'],
    real: code('queues'),
    explanation: 'There are no wrap-up code groups in the API. Which codes agents see is decided by `queues`.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: ['selfUri', 'dateCreated', 'dateModified', 'createdBy', 'modifiedBy'],
    where: ['code'],
    explanation: 'The org sets this itself. It comes back in answers and is never sent.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: ['version'],
    where: ['code', 'head'],
    explanation: 'Wrap-up codes have no version in the API. The history of the file is its version.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: ['duration', 'durationSeconds', 'notes', 'endTime', 'wrapUpTime', 'wrapUpDuration', 'provisional'],
    where: ['code'],
    explanation: 'This belongs to one conversation, when a code is assigned, and not to the code itself.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: ['interactionId', 'conversationId', 'participantId'],
    where: ['code'],
    explanation: 'A catalog defines codes. Which conversation gets one is no part of it.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: ['disabled', 'isDisabled', 'hidden', 'inactive', 'deprecated'],
    where: ['code'],
    real: code('state'),
    explanation:
      'A wrap-up code cannot be disabled or hidden in Genesys Cloud. `state: retired` takes it off its queues.',
    rewrite: { kind: 'mapValue', to: 'state', values: { true: 'retired', false: 'active' } },
  },
  {
    names: ['enabled', 'isEnabled', 'active', 'isActive'],
    where: ['code'],
    real: code('state'),
    explanation:
      'A wrap-up code cannot be switched on or off in Genesys Cloud. `state: retired` takes it off its queues.',
    rewrite: { kind: 'mapValue', to: 'state', values: { true: 'active', false: 'retired' } },
  },
  {
    names: ['wrapupPrompt', 'acwSettings', 'afterCallWork', 'wrapupTimeoutMs', 'timeoutMs'],
    where: ['code'],
    real: prompt,
    explanation:
      'After-call work is a setting of the queue. In a catalog it is `afterCallWork` under the queue, in `queues` at the top.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: ['outboundMapping', 'outboundMappings', 'wrapUpCodeMapping', 'mapping'],
    where: ['code'],
    real: code('outbound'),
    explanation: 'In a catalog the flags of the outbound mapping are listed under `outbound`.',
    rewrite: { kind: 'renameKey', to: 'outbound' },
  },
  {
    names: ['webhook', 'webhooks', 'webhookUrl', 'callbackUrl', 'eventTypes', 'filters'],
    where: ['code', 'head'],
    real: { kind: 'GenesysProject', path: ['environments', '*', 'events'] },
    explanation:
      "The API has no webhooks for wrap-up codes. Addresses to tell about changes stand in `genesys.yaml`, under an environment's `events`.",
    rewrite: { kind: 'removeKey' },
  },
];
