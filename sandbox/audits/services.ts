/** The services, entities and actions of which the sandbox keeps audits: a part of those that an org has. */
import type { JsonObject } from '../json.ts';

interface Service {
  readonly name: string;
  readonly entities: readonly { readonly name: string; readonly actions: readonly string[] }[];
}

export const services: readonly Service[] = [
  {
    name: 'ContactCenter',
    entities: [
      { name: 'WrapupCode', actions: ['Create', 'Update', 'Delete'] },
      { name: 'Queue', actions: ['Update', 'WrapupCodeAdd', 'WrapupCodeRemove'] },
    ],
  },
  { name: 'Outbound', entities: [{ name: 'WrapUpCodeMapping', actions: ['Update'] }] },
];

/** `AuditQueryServiceMapping`. */
export const serviceMapping: JsonObject = {
  services: services.map(({ name, entities }) => ({ name, entities: entities.map((entity) => ({ ...entity })) })),
};
