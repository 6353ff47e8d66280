/** Builds the whole org from a seed: the same seed gives the same org, byte for byte, but for the secrets. */
import { seedClients } from './seedClients.ts';
import { seedCodes } from './seedCodes.ts';
import { seedOutbound } from './seedOutbound.ts';
import { seedQueues } from './seedQueues.ts';
import { seedTables } from './seedTables.ts';
import { seedUsers } from './seedUsers.ts';
import { seededRandom } from '../random.ts';
import { divisionData } from './data/divisions.ts';
import type { DivisionIdOf, IdOf } from './ids.ts';
import type { Org } from './model.ts';

export function seedOrg(seed: number, newSecret: () => string): Org {
  const idOf: IdOf = (kind, name) => seededRandom(`${seed}/${kind}/${name}`).uuid();
  const divisionIdOf: DivisionIdOf = (name) => idOf('division', name);
  const users = seedUsers(seed, idOf, divisionIdOf);
  const authors = users.slice(0, 6).map((user) => user.id);
  const queues = seedQueues(seed, idOf, divisionIdOf, authors);
  const { codes, queueCodes } = seedCodes(seed, idOf, divisionIdOf, authors, queues);
  return {
    id: idOf('organization', 'Northwind'),
    name: 'Northwind',
    divisions: divisionData.map(([name, description]) => ({
      id: divisionIdOf(name),
      name,
      description,
      home: name === 'Home',
    })),
    users,
    clients: seedClients(idOf, divisionIdOf, newSecret),
    codes: new Map(codes.map((code) => [code.id, code])),
    queues: new Map(queues.map((queue) => [queue.id, queue])),
    queueCodes,
    queueCodeChanges: [],
    outbound: { current: seedOutbound(seed, idOf) },
    tables: new Map(seedTables(idOf, divisionIdOf)),
    triggers: new Map(),
    audits: [],
  };
}
