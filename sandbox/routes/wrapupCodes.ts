/** `/api/v2/routing/wrapupcodes`: list, create, read, replace, delete softly. */
import { canChange, requireChange } from '../access.ts';
import { keptName, requireFreeName } from '../codeNames.ts';
import { codesFor, readableCode, writableCode } from '../codes.ts';
import { divisionIn, homeDivision, requireDivision } from '../divisions.ts';
import { missingPermissions, Refusal } from '../errors.ts';
import { type Call, ok, type Route } from '../exchange.ts';
import { permissionsFor } from '../facts.ts';
import type { JsonObject } from '../json.ts';
import { listing } from '../listing.ts';
import { nameFilter } from '../nameFilter.ts';
import { addCode, changeCode, deleteCode } from '../org/codeChanges.ts';
import { allDivisions, type WrapupCode } from '../org/model.ts';
import { renderCode } from '../org/render.ts';
import { anyOf, byText, choice } from '../query.ts';
import { checkedBody, nameIn } from '../validate.ts';
import type { World } from '../world.ts';

const collection = '/api/v2/routing/wrapupcodes';
const item = `${collection}/{codeId}`;

export function wrapupCodeRoutes(world: World): readonly Route[] {
  const { org, switches } = world;
  return [
    {
      method: 'GET',
      template: collection,
      handle: (call) => ok(listing(call, listed(world, call), (code) => renderCode(org, code), switches)),
    },
    {
      method: 'GET',
      template: item,
      handle: (call) => ok(renderCode(org, readableCode(world, call, call.params['codeId'] ?? ''))),
    },
    { method: 'POST', template: collection, handle: (call) => ok(renderCode(org, create(world, call))) },
    { method: 'PUT', template: item, handle: (call) => ok(renderCode(org, replace(world, call))) },
    {
      method: 'DELETE',
      template: item,
      handle(call) {
        remove(world, call);
        return { status: Number(switches.deleteStatus) };
      },
    },
  ];
}

function listed(world: World, call: Call): readonly WrapupCode[] {
  const hasName = nameFilter(call.query, 'none', world.switches);
  const [hasId, hasDivision] = [anyOf(call, 'id'), anyOf(call, 'divisionId')];
  const [sortBy, sortOrder] = [choice(call, 'sortBy'), choice(call, 'sortOrder')];
  const found = codesFor(world, call, ['active']).filter(
    (code) => hasId(code.id) && hasDivision(code.divisionId) && (hasName?.(code.name) ?? true),
  );
  // Published: sortBy is ignored unless name is given. The order is then by id, which looks like no order.
  const key = hasName && sortBy === 'name' ? (code: WrapupCode) => code.name : (code: WrapupCode) => code.id;
  const sorted = found.toSorted((left, right) => byText(key(left), key(right)));
  return hasName && sortOrder === 'descending' ? sorted.toReversed() : sorted;
}

function create(world: World, call: Call): WrapupCode {
  const body = checkedBody('WrapupCodeRequest', call.body, world.switches);
  const name = keptName(world, nameIn(body));
  const divisionId = divisionIn(body) ?? defaultDivision(world);
  requireDivision(world, divisionId, 'starrable');
  if (!canChange(call.caller, divisionId)) throw missingPermissions(permissionsFor('POST', collection).list);
  requireFreeName(world, name, divisionId);
  return addCode(world, { name, ...descriptionIn(world, body), divisionId }, call.caller);
}

function replace(world: World, call: Call): WrapupCode {
  const { switches } = world;
  const before = writableCode(world, call.params['codeId'] ?? '');
  requireChange(call, before.divisionId, switches);
  const body = checkedBody('WrapupCodeRequest', call.body, switches);
  const name = keptName(world, nameIn(body));
  const divisionId =
    divisionIn(body) ?? (switches.putWithoutDivision === 'keeps' ? before.divisionId : defaultDivision(world));
  requireDivision(world, divisionId, 'starrable');
  if (!canChange(call.caller, divisionId)) throw missingPermissions(permissionsFor('PUT', item).list);
  if (switches.putDuplicate === 'refused') requireFreeName(world, name, divisionId, before);
  const isKept = switches.putWithoutDescription === 'keeps' && typeof body['description'] !== 'string';
  const description = isKept ? descriptionOf(before) : descriptionIn(world, body);
  return changeCode(world, before, { name, ...description, divisionId }, call.caller);
}

function remove(world: World, call: Call): void {
  const code = writableCode(world, call.params['codeId'] ?? '');
  requireChange(call, code.divisionId, world.switches);
  const isOnQueue = [...world.org.queueCodes.values()].some((codes) => codes.has(code.id));
  if (isOnQueue && world.switches.deleteOnQueue === 'refused') throw stillOnQueue();
  deleteCode(world, code, call.caller);
}

/** That a use would be 409, and with what code, is inferred. */
const stillOnQueue = (): Refusal =>
  new Refusal({ status: 409, code: 'conflict', message: 'The wrapup code is still in use by a queue.' });

const descriptionOf = ({ description }: WrapupCode): { readonly description?: string } =>
  description === undefined ? {} : { description };

function descriptionIn(world: World, body: JsonObject): { readonly description?: string } {
  const description = body['description'];
  if (typeof description !== 'string') return {};
  return description === '' && world.switches.emptyDescription === 'dropped' ? {} : { description };
}

function defaultDivision(world: World): string {
  return world.switches.defaultDivision === 'home' ? homeDivision(world) : allDivisions;
}
