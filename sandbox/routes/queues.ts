/** `/api/v2/routing/queues`: list, read, replace. */
import { canSee, requireChange, requireView } from '../access.ts';
import { divisionIn, homeDivision, requireDivision } from '../divisions.ts';
import { badRequest, duplicateName, resourceNotFound } from '../errors.ts';
import { type Call, ok, type Route } from '../exchange.ts';
import { limitRange, modelNamed } from '../facts.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { asRead } from '../lag.ts';
import { listing } from '../listing.ts';
import { nameFilter } from '../nameFilter.ts';
import type { Queue } from '../org/model.ts';
import { changeQueue } from '../org/queueChanges.ts';
import { renderQueue } from '../org/render.ts';
import { othersOf, sentBack } from '../otherFields.ts';
import { anyOf, byText, choice } from '../query.ts';
import { checkedBody, nameIn } from '../validate.ts';
import type { World } from '../world.ts';

const collection = '/api/v2/routing/queues';
const item = `${collection}/{queueId}`;
const timeout = limitRange('queue.acwSettings.timeoutMs');

/** What a PUT replaces: the request model's fields without those that the org itself keeps. */
const keptByTheOrg = new Set(['name', 'division', 'dateCreated', 'dateModified', 'createdBy', 'modifiedBy']);
const settingNames = Object.entries(modelNamed('QueueRequest') ?? {})
  .filter(([name, field]) => !field.readOnly && !keptByTheOrg.has(name))
  .map(([name]) => name);

export function queueRoutes(world: World): readonly Route[] {
  const { org, switches } = world;
  return [
    {
      method: 'GET',
      template: collection,
      handle: (call) => ok(listing(call, listed(world, call), (queue) => renderQueue(org, queue), switches)),
    },
    {
      method: 'GET',
      template: item,
      handle(call) {
        const queue = asRead(world, existing(world, call));
        requireView(call, queue.divisionId, switches);
        return ok(renderQueue(org, queue));
      },
    },
    { method: 'PUT', template: item, handle: (call) => ok(renderQueue(org, replace(world, call))) },
  ];
}

function listed(world: World, call: Call): readonly Queue[] {
  const hasName = nameFilter(call.query, 'both', world.switches);
  const [hasId, hasDivision] = [anyOf(call, 'id'), anyOf(call, 'divisionId')];
  const sorted = [...world.org.queues.values()]
    .map((queue) => asRead(world, queue))
    .filter((queue) => canSee(call.caller, queue.divisionId))
    .filter((queue) => hasId(queue.id) && hasDivision(queue.divisionId) && (hasName?.(queue.name) ?? true))
    .toSorted((left, right) => byText(left.name, right.name));
  return choice(call, 'sortOrder') === 'desc' ? sorted.toReversed() : sorted;
}

function existing(world: World, call: Call): Queue {
  const queue = world.org.queues.get(call.params['queueId'] ?? '');
  if (!queue) throw resourceNotFound();
  return queue;
}

/** Replaces the whole queue: a setting that the body leaves out is gone (inferred from the missing PATCH). */
function replace(world: World, call: Call): Queue {
  const before = existing(world, call);
  requireChange(call, before.divisionId, world.switches);
  const body = checkedBody('QueueRequest', call.body, world.switches, modelNamed, renderQueue(world.org, before));
  const name = nameIn(body);
  requireTimeout(body);
  const divisionId =
    divisionIn(body) ?? (world.switches.putWithoutDivision === 'keeps' ? before.divisionId : homeDivision(world));
  requireDivision(world, divisionId, 'plain');
  for (const other of world.org.queues.values()) {
    if (other.id !== before.id && other.name.toLowerCase() === name.toLowerCase()) {
      throw duplicateName(Number(world.switches.duplicateStatus), 'A queue with that name already exists.');
    }
  }
  const settings = Object.fromEntries(
    settingNames.flatMap((setting) => {
      const value = body[setting];
      return value === undefined || value === null ? [] : [[setting, value]];
    }),
  );
  return changeQueue(
    world,
    before,
    { name, divisionId, settings: { ...settings, ...sentBack(body, othersOf('QueueRequest', before.settings)) } },
    call.caller,
  );
}

/** Published: 1 s to 60 min. The code of the refusal is inferred. */
function requireTimeout(body: JsonObject): void {
  const acw = body['acwSettings'];
  const timeoutMs = isJsonObject(acw) ? acw['timeoutMs'] : undefined;
  if (typeof timeoutMs !== 'number') return;
  if (timeoutMs >= timeout.lowest && timeoutMs <= timeout.highest) return;
  throw badRequest([{ errorCode: 'bad.request', fieldName: 'acwSettings.timeoutMs' }]);
}
