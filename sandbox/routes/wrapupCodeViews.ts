/** `/api/v2/routing/wrapupcodes/divisionviews`: simplified codes, deleted ones too. */
import { requireView } from '../access.ts';
import { type CodeState, codesFor, stateOf } from '../codes.ts';
import { badRequest, resourceNotFound } from '../errors.ts';
import { type Call, ok, type Route } from '../exchange.ts';
import { asRead } from '../lag.ts';
import { listing } from '../listing.ts';
import { nameFilter } from '../nameFilter.ts';
import type { WrapupCode } from '../org/model.ts';
import { renderCodeView } from '../org/render.ts';
import { anyOf, byText, choice } from '../query.ts';
import type { World } from '../world.ts';

const collection = '/api/v2/routing/wrapupcodes/divisionviews';

/** Published values of `includeState`. That only living codes are listed without it is inferred. */
const statesOf: Readonly<Record<string, readonly CodeState[]>> = {
  Active: ['active'],
  Deleted: ['deleted'],
  ActiveAndDeleted: ['active', 'deleted'],
};

export function wrapupCodeViewRoutes(world: World): readonly Route[] {
  const { org, switches } = world;
  return [
    {
      method: 'GET',
      template: collection,
      handle: (call) => ok(listing(call, listed(world, call), (code) => renderCodeView(org, code), switches)),
    },
    {
      method: 'GET',
      template: `${collection}/{codeId}`,
      handle: (call) => ok(renderCodeView(org, found(world, call))),
    },
  ];
}

function listed(world: World, call: Call): readonly WrapupCode[] {
  const hasName = nameFilter(call.query, 'trailing', world.switches);
  // Published: name and id together are not supported. The status is inferred.
  if (hasName && call.query.has('id')) throw badRequest([{ errorCode: 'bad.request', fieldName: 'id' }]);
  const [hasId, hasDivision] = [anyOf(call, 'id'), anyOf(call, 'divisionId')];
  const states = statesOf[choice(call, 'includeState') ?? 'Active'] ?? ['active'];
  return codesFor(world, call, states)
    .filter((code) => hasId(code.id) && hasDivision(code.divisionId) && (hasName?.(code.name) ?? true))
    .toSorted((left, right) => byText(left.name, right.name) || byText(left.id, right.id));
}

function found(world: World, call: Call): WrapupCode {
  const present = world.org.codes.get(call.params['codeId'] ?? '');
  if (!present) throw resourceNotFound();
  const state = stateOf(world, present);
  if (state === 'unseen' || (state === 'deleted' && world.switches.deletedView === 'missing')) throw resourceNotFound();
  const code = asRead(world, present);
  requireView(call, code.divisionId, world.switches);
  return code;
}
