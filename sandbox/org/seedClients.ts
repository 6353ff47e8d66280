import type { Client, Clients } from './model.ts';
import type { DivisionIdOf, IdOf } from './ids.ts';

const viewPermissions = [
  'routing:queue:view',
  'routing:queue:search',
  'routing:wrapupCode:view',
  'routing:wrapupCode:search',
] as const;

/** Three clients for client credentials. Their ids come from the seed; `newSecret` makes each secret for this run only. */
export function seedClients(idOf: IdOf, divisionIdOf: DivisionIdOf, newSecret: () => string): Clients {
  const client = (name: string): Pick<Client, 'id' | 'secret' | 'name'> => ({
    id: idOf('client', name),
    secret: newSecret(),
    name,
  });
  return {
    full: { ...client('Sandbox Automation'), permissions: 'all', divisions: 'all' },
    readOnly: { ...client('Sandbox Reader'), permissions: new Set(viewPermissions), divisions: 'all' },
    scoped: { ...client('Support Automation'), permissions: 'all', divisions: new Set([divisionIdOf('Support')]) },
  };
}
