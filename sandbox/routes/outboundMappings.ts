/** `/api/v2/outbound/wrapupcodemappings`: one document for the whole org, replaced as a whole. */
import { badField, invalidValue, specific } from '../errors.ts';
import { type Call, ok, type Route } from '../exchange.ts';
import { modelNamed } from '../facts.ts';
import { isJsonObject } from '../json.ts';
import { asRead } from '../lag.ts';
import type { OutboundMappings } from '../org/model.ts';
import { changeMappings } from '../org/outboundChanges.ts';
import { renderMappings } from '../org/render.ts';
import { sentBack } from '../otherFields.ts';
import { checkedBody } from '../validate.ts';
import type { World } from '../world.ts';

const template = '/api/v2/outbound/wrapupcodemappings';

/** The flags of the default set; that a code's flags are the same ones is published, not in its model. */
const flags = modelNamed('WrapUpCodeMapping')?.['defaultSet']?.enum ?? [];

export function outboundMappingRoutes(world: World): readonly Route[] {
  const { outbound } = world.org;
  return [
    { method: 'GET', template, handle: () => ok(renderMappings(asRead(world, outbound.current))) },
    { method: 'PUT', template, handle: (call) => ok(renderMappings(replace(world, call))) },
  ];
}

function replace(world: World, call: Call): OutboundMappings {
  const before = world.org.outbound.current;
  const body = checkedBody('WrapUpCodeMapping', call.body, world.switches, modelNamed, before.others);
  const mapping = mappingIn(world, body['mapping'] ?? {});
  // Published: the version is needed. That a body without one is invalid and not in conflict is inferred.
  if (typeof body['version'] !== 'number') throw specific('PUT', template, 'invalid.update');
  if (body['version'] !== before.version) throw specific('PUT', template, 'invalid.update.wrong.version');
  const name = body['name'];
  return changeMappings(
    world,
    {
      name: typeof name === 'string' ? name : before.name,
      defaultSet: flagsIn(world, body['defaultSet'] ?? [], 'defaultSet'),
      mapping,
      others: sentBack(body, before.others),
    },
    call.caller,
  );
}

function mappingIn(world: World, value: unknown): OutboundMappings['mapping'] {
  if (!isJsonObject(value)) throw badField('mapping');
  const { mappingUnknownCode, mappingEmpty } = world.switches;
  const entries = Object.entries(value).flatMap(([codeId, sent]) => {
    const set = flagsIn(world, sent, `mapping.${codeId}`);
    if (!isKnown(world, codeId)) {
      if (mappingUnknownCode === 'refused') throw specific('PUT', template, 'invalid.update');
      if (mappingUnknownCode === 'dropped') return [];
    }
    return set.length === 0 && mappingEmpty === 'dropped' ? [] : [[codeId, set] as const];
  });
  return Object.fromEntries(entries);
}

/** A deleted code keeps its entry, and so does what the document has already. */
function isKnown(world: World, codeId: string): boolean {
  return world.org.codes.has(codeId) || Object.hasOwn(world.org.outbound.current.mapping, codeId);
}

function flagsIn(world: World, value: unknown, field: string): readonly string[] {
  if (!Array.isArray(value)) throw badField(field);
  const sent = value.map((flag: unknown) => {
    if (typeof flag !== 'string') throw badField(field);
    if (!flags.includes(flag)) throw invalidValue(field, flag, 'string', flags);
    return flag;
  });
  return world.switches.mappingFlagOrder === 'sent' ? sent : flags.filter((flag) => sent.includes(flag));
}
