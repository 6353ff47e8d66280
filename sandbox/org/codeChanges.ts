/** Changes of wrap-up codes, with what they leave in the audits. Everything was checked before. */
import { changesBetween, record, type Values } from '../audits/record.ts';
import { isoDate } from '../clock.ts';
import { readableFrom, withFormer } from '../lag.ts';
import type { World } from '../world.ts';
import type { Author, WrapupCode } from './model.ts';

export type CodeContent = Pick<WrapupCode, 'name' | 'description' | 'divisionId'>;

export function addCode(world: World, content: CodeContent, author: Author): WrapupCode {
  const now = isoDate(world.clock.now());
  const code: WrapupCode = {
    id: world.newId(),
    ...content,
    dateCreated: now,
    dateModified: now,
    createdBy: author.id,
    modifiedBy: author.id,
    visibleFrom: readableFrom(world),
  };
  world.org.codes.set(code.id, code);
  note(world, author, 'Create', undefined, code);
  return code;
}

/** Replaces all of a code's content. */
export function changeCode(world: World, before: WrapupCode, content: CodeContent, author: Author): WrapupCode {
  const { description: _old, ...kept } = before;
  const dateModified = isoDate(world.clock.now());
  const code = withFormer<WrapupCode>(world, before, { ...kept, ...content, dateModified, modifiedBy: author.id });
  world.org.codes.set(code.id, code);
  note(world, author, 'Update', before, code);
  return code;
}

/** The code is off its queues at once (inferred), stays known to the division views and in the outbound mappings. */
export function deleteCode(world: World, code: WrapupCode, author: Author): void {
  world.org.codes.set(code.id, {
    ...code,
    dateModified: isoDate(world.clock.now()),
    modifiedBy: author.id,
    deleted: { hiddenFrom: readableFrom(world) },
  });
  for (const codes of world.org.queueCodes.values()) codes.delete(code.id);
  note(world, author, 'Delete', code, undefined);
}

function note(world: World, author: Author, action: string, before?: WrapupCode, after?: WrapupCode): void {
  const entity = after ?? before;
  if (!entity) return;
  record(world, author, {
    serviceName: 'ContactCenter',
    entityType: 'WrapupCode',
    action,
    entity: { id: entity.id, name: entity.name },
    changes: changesBetween(valuesOf(before), valuesOf(after)),
  });
}

/** The names of the properties are inferred. */
function valuesOf(code: WrapupCode | undefined): Values {
  if (!code) return {};
  const { name, description, divisionId } = code;
  return {
    name: [name],
    ...(description === undefined ? {} : { description: [description] }),
    division: [divisionId],
  };
}
