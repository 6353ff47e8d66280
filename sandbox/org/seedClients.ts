import { seededRandom } from '../random.ts';
import type { Client, Clients } from './model.ts';
import type { DivisionIdOf, IdOf } from './seed.ts';

const viewPermissions = [
  'routing:queue:view',
  'routing:queue:search',
  'routing:wrapupCode:view',
  'routing:wrapupCode:search',
] as const;

/** Three clients for client credentials. Their secrets are as public as the seed: they open nothing but a sandbox. */
export function seedClients(seed: number, idOf: IdOf, divisionIdOf: DivisionIdOf): Clients {
  const client = (name: string): Pick<Client, 'id' | 'secret' | 'name'> => ({
    id: idOf('client', name),
    secret: `sandbox-${seededRandom(`${seed}/secret/${name}`).hex(36)}`,
    name,
  });
  return {
    full: { ...client('Sandbox Automation'), permissions: 'all', divisions: 'all' },
    readOnly: { ...client('Sandbox Reader'), permissions: new Set(viewPermissions), divisions: 'all' },
    scoped: { ...client('Support Automation'), permissions: 'all', divisions: new Set([divisionIdOf('Support')]) },
  };
}
