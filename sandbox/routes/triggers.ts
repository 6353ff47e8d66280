/** `/api/v2/processautomation/triggers`: what starts a workflow when an event comes. No event ever comes here. */
import { cursorListing } from '../cursorListing.ts';
import { Refusal, resourceNotFound } from '../errors.ts';
import { type Call, ok, type Route } from '../exchange.ts';
import { textIn } from '../json.ts';
import { asRead, isReadable, isThere, readableFrom, withFormer } from '../lag.ts';
import type { Trigger } from '../org/model.ts';
import { renderTrigger } from '../org/render.ts';
import { byText } from '../query.ts';
import { offeredTopics, triggerIn } from '../triggers/request.ts';
import { testResults } from '../triggers/test.ts';
import type { World } from '../world.ts';

const collection = '/api/v2/processautomation/triggers';
const item = `${collection}/{triggerId}`;

export function triggerRoutes(world: World): readonly Route[] {
  const { org, switches } = world;
  return [
    {
      method: 'GET',
      template: collection,
      handle: (call) => ok(cursorListing(call, listed(world, call), renderTrigger, switches)),
    },
    { method: 'POST', template: collection, handle: (call) => ok(renderTrigger(create(world, call))) },
    {
      method: 'GET',
      template: `${collection}/topics`,
      handle: (call) => ok(cursorListing(call, offeredTopics.toSorted(byText), (topic) => topic, switches)),
    },
    { method: 'GET', template: item, handle: (call) => ok(renderTrigger(readable(world, call))) },
    { method: 'PUT', template: item, handle: (call) => ok(renderTrigger(replace(world, call))) },
    {
      method: 'DELETE',
      template: item,
      handle(call) {
        const trigger = existing(world, call);
        org.triggers.set(trigger.id, { ...trigger, hiddenFrom: readableFrom(world) });
        return { status: Number(switches.deleteStatus) };
      },
    },
    {
      method: 'POST',
      template: `${item}/test`,
      handle: (call) => ok(testResults(readable(world, call), eventIn(call.body))),
    },
  ];
}

/** In the order they were made (inferred). */
function listed(world: World, call: Call): readonly Trigger[] {
  const topics = call.query.get('topicName')?.split(',') ?? [];
  const [enabled, hasDelayBy] = [call.query.get('enabled'), call.query.get('hasDelayBy')];
  const isAsked = ({ fields }: Trigger): boolean =>
    (topics.length === 0 || topics.includes(textIn(fields, 'topicName'))) &&
    (enabled === null || fields['enabled'] === (enabled === 'true')) &&
    (hasDelayBy === null || String(fields['delayBySeconds'] !== undefined) === hasDelayBy);
  return [...world.org.triggers.values()]
    .filter((trigger) => isReadable(world, trigger))
    .map((trigger) => asRead(world, trigger))
    .filter(isAsked);
}

function readable(world: World, call: Call): Trigger {
  const trigger = world.org.triggers.get(call.params['triggerId'] ?? '');
  if (!trigger || !isReadable(world, trigger)) throw resourceNotFound();
  return asRead(world, trigger);
}

function existing(world: World, call: Call): Trigger {
  const trigger = world.org.triggers.get(call.params['triggerId'] ?? '');
  if (!trigger || !isThere(trigger)) throw resourceNotFound();
  return trigger;
}

/** Two triggers may have one name: no rule against it is published. */
function create(world: World, call: Call): Trigger {
  const { fields } = triggerIn(world, call.body, 'CreateTriggerRequest');
  const trigger: Trigger = { id: world.newId(), version: 1, fields, visibleFrom: readableFrom(world) };
  world.org.triggers.set(trigger.id, trigger);
  return trigger;
}

/** The version is required (published) and counts up; what a wrong one is answered with is inferred. */
function replace(world: World, call: Call): Trigger {
  const before = existing(world, call);
  const { fields, version } = triggerIn(world, call.body, 'UpdateTriggerRequest');
  if (version !== before.version) throw versionConflict();
  const trigger = withFormer<Trigger>(world, before, { ...before, fields, version: before.version + 1 });
  world.org.triggers.set(trigger.id, trigger);
  return trigger;
}

const versionConflict = (): Refusal =>
  new Refusal({ status: 409, code: 'conflict', message: 'The version of the trigger is another one by now.' });

/** Published: the event is a string. JSON that is sent as it is, is taken too (inferred). */
function eventIn(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    const parsed: unknown = JSON.parse(body);
    return parsed;
  } catch {
    return body;
  }
}
