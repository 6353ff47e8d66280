/** Changes of the outbound mappings, with what they leave in the audits. Everything was checked before. */
import { changesBetween, record, type Values } from '../audits/record.ts';
import { isoDate } from '../clock.ts';
import { withFormer } from '../lag.ts';
import type { World } from '../world.ts';
import type { Author, OutboundMappings } from './model.ts';

export type MappingsContent = Pick<OutboundMappings, 'name' | 'defaultSet' | 'mapping' | 'others'>;

/** Replaces the whole document and counts its version up, also where nothing differs (inferred). */
export function changeMappings(world: World, content: MappingsContent, author: Author): OutboundMappings {
  const before = world.org.outbound.current;
  const after = withFormer<OutboundMappings>(world, before, {
    ...before,
    ...content,
    version: before.version + 1,
    dateModified: isoDate(world.clock.now()),
  });
  world.org.outbound.current = after;
  record(world, author, {
    serviceName: 'Outbound',
    entityType: 'WrapUpCodeMapping',
    action: 'Update',
    entity: { id: after.id, name: after.name },
    changes: changesBetween(valuesOf(before), valuesOf(after)),
  });
  return after;
}

/** One property for each code (inferred). */
function valuesOf({ defaultSet, mapping }: OutboundMappings): Values {
  const entries = Object.entries(mapping).map(([codeId, flags]) => [`mapping.${codeId}`, flags] as const);
  return { defaultSet, ...Object.fromEntries(entries) };
}
