/** The published rules of a trigger's request. */
import { badField, requiredFieldMissing } from '../errors.ts';
import { limitRange, limitValue, topicNames } from '../facts.ts';
import { isAbsent, isJsonObject, type JsonObject } from '../json.ts';
import { checkedBody } from '../validate.ts';
import type { World } from '../world.ts';

const nameLength = limitRange('triggers.name.length');
const delay = limitRange('triggers.delayBySeconds');
const shortestLife = limitValue('triggers.eventTTLSeconds.min');
const longestDescription = limitValue('triggers.description.maxLength');

const fieldNames = [
  'name',
  'topicName',
  'target',
  'enabled',
  'matchCriteria',
  'eventTTLSeconds',
  'delayBySeconds',
  'description',
];

/** The topics that a trigger may have: what happens in a conversation. Which ones an org offers is not published. */
export const offeredTopics: readonly string[] = topicNames.filter((topic) => topic.startsWith('v2.detail.events.'));

type RequestModel = 'CreateTriggerRequest' | 'UpdateTriggerRequest';

/** The fields of a checked body, and its version, which only an update has. The statuses and codes of refusals are inferred. */
export function triggerIn(
  world: World,
  sent: unknown,
  model: RequestModel,
): { readonly fields: JsonObject; readonly version: number } {
  const body = checkedBody(model, sent, world.switches);
  const { name, description, topicName, target, matchCriteria } = body;
  if (!hasLength(name, nameLength.lowest, nameLength.highest)) throw badField('name');
  if (!isAbsent(description) && !hasLength(description, 0, longestDescription)) throw badField('description');
  if (typeof topicName !== 'string' || !offeredTopics.includes(topicName)) throw badField('topicName');
  requireTarget(target);
  requireOneTime(body);
  requireCriteria(matchCriteria);
  const fields = fieldNames.flatMap((field) => (isAbsent(body[field]) ? [] : [[field, body[field]] as const]));
  return { fields: Object.fromEntries(fields), version: Number(body['version']) };
}

function hasLength(text: unknown, lowest: number, highest: number): boolean {
  return typeof text === 'string' && text.length >= lowest && text.length <= highest;
}

/** Published: the target is a workflow. That it must be named is inferred; whether it exists is not looked at. */
function requireTarget(target: unknown): void {
  if (!isJsonObject(target)) throw requiredFieldMissing('target');
  for (const field of ['type', 'id']) {
    if (typeof target[field] !== 'string' || target[field] === '') throw requiredFieldMissing(`target.${field}`);
  }
}

/** Published: the life of an event or a delay, not both, each with its bounds. */
function requireOneTime({ eventTTLSeconds: life, delayBySeconds: wait }: JsonObject): void {
  if (!isAbsent(life) && !isAbsent(wait)) throw badField('delayBySeconds');
  if (typeof life === 'number' && life < shortestLife) throw badField('eventTTLSeconds');
  if (typeof wait === 'number' && (wait < delay.lowest || wait > delay.highest)) throw badField('delayBySeconds');
}

/** A criterion needs a path, an operator, and a value or values (inferred: the model leaves all of them open). */
function requireCriteria(criteria: unknown): void {
  if (!Array.isArray(criteria)) return;
  for (const [index, one] of criteria.entries()) {
    const field = `matchCriteria[${index}]`;
    if (!isJsonObject(one)) throw badField(field);
    if (typeof one['jsonPath'] !== 'string' || one['jsonPath'] === '') throw requiredFieldMissing(`${field}.jsonPath`);
    if (typeof one['operator'] !== 'string') throw requiredFieldMissing(`${field}.operator`);
    if (isAbsent(one['value']) && isAbsent(one['values'])) throw requiredFieldMissing(`${field}.value`);
  }
}
