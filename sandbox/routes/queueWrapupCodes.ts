/** `/api/v2/routing/queues/{queueId}/wrapupcodes`: the codes on a queue. */
import { canSee, requireChange, requireView } from '../access.ts';
import { stateOf } from '../codes.ts';
import { badRequest, requiredFieldMissing, resourceNotFound } from '../errors.ts';
import { type Call, ok, type Route } from '../exchange.ts';
import { limitValue } from '../facts.ts';
import { isJsonObject, type Json } from '../json.ts';
import { asRead } from '../lag.ts';
import { listing } from '../listing.ts';
import { nameFilter } from '../nameFilter.ts';
import type { WrapupCode } from '../org/model.ts';
import { listedCodes, putCodesOnQueue, takeCodeOffQueue } from '../org/queueChanges.ts';
import { renderCode } from '../org/render.ts';
import { byText } from '../query.ts';
import type { World } from '../world.ts';

const collection = '/api/v2/routing/queues/{queueId}/wrapupcodes';
const largestBatch = limitValue('queue.wrapupcodes.add.batch');

export function queueWrapupCodeRoutes(world: World): readonly Route[] {
  const { org, switches } = world;
  return [
    {
      method: 'GET',
      template: collection,
      handle: (call) => ok(listing(call, listed(world, call), (code) => renderCode(org, code), switches)),
    },
    { method: 'POST', template: collection, handle: (call) => ok(add(world, call)) },
    {
      method: 'DELETE',
      template: `${collection}/{codeId}`,
      handle(call) {
        const { queueId } = codesOf(world, call);
        requireChange(call, queueDivision(world, call), switches);
        if (!takeCodeOffQueue(world, queueId, call.params['codeId'] ?? '', call.caller)) throw resourceNotFound();
        return { status: Number(switches.deleteStatus) };
      },
    },
  ];
}

/** The queue of this call and the ids on it; refuses an unknown queue. */
function codesOf(world: World, call: Call): { readonly queueId: string; readonly codes: ReadonlySet<string> } {
  const queueId = call.params['queueId'] ?? '';
  const codes = world.org.queueCodes.get(queueId);
  if (!codes) throw resourceNotFound();
  return { queueId, codes };
}

function queueDivision(world: World, call: Call): string {
  return world.org.queues.get(call.params['queueId'] ?? '')?.divisionId ?? '';
}

/** That a code of another division stays hidden on a queue that the client sees is inferred. */
function listed(world: World, call: Call): readonly WrapupCode[] {
  const { queueId } = codesOf(world, call);
  requireView(call, queueDivision(world, call), world.switches);
  const hasName = nameFilter(call.query, 'trailing', world.switches);
  return [...listedCodes(world, queueId)]
    .flatMap((id) => world.org.codes.get(id) ?? [])
    .filter((code) => stateOf(world, code) === 'active')
    .map((code) => asRead(world, code))
    .filter((code) => canSee(call.caller, code.divisionId))
    .filter((code) => hasName?.(code.name) ?? true)
    .toSorted((left, right) => byText(left.name, right.name) || byText(left.id, right.id));
}

/** Adds to what is there. Answers the codes of the request; a code that was there already is no error (inferred). */
function add(world: World, call: Call): Json {
  const { org, switches } = world;
  const { queueId, codes: present } = codesOf(world, call);
  requireChange(call, queueDivision(world, call), switches);
  const asked: WrapupCode[] = [];
  for (const id of askedIds(call.body)) {
    const code = org.codes.get(id);
    const isKnown = code && !code.deleted && canSee(call.caller, code.divisionId);
    if (isKnown) asked.push(code);
    else if (switches.queueAddUnknown === 'refused') throw resourceNotFound();
  }
  const after = new Set([...present, ...asked.map((code) => code.id)]);
  if (switches.queueCodeMaximum > 0 && after.size > switches.queueCodeMaximum) throw badRequest();
  const ids = asked.map((code) => code.id);
  putCodesOnQueue(world, queueId, ids, call.caller);
  return asked.map((code) => renderCode(org, code));
}

function askedIds(body: unknown): readonly string[] {
  if (!Array.isArray(body) || body.length > largestBatch) throw badRequest();
  return body.map((reference: unknown) => {
    const id = isJsonObject(reference) ? reference['id'] : undefined;
    if (typeof id !== 'string' || id === '') throw requiredFieldMissing('id');
    return id;
  });
}
