import { seededRandom } from '../random.ts';
import { titles, userNames } from './data/users.ts';
import type { DivisionIdOf, IdOf } from './ids.ts';
import type { User } from './model.ts';

/** Sixty users; every fifteenth is inactive. Addresses use the reserved domain example.com. */
export function seedUsers(seed: number, idOf: IdOf, divisionIdOf: DivisionIdOf): readonly User[] {
  const random = seededRandom(`${seed}/users`);
  return userNames.map((name, index) => {
    const division = random.pick(['Home', 'Support', 'Support', 'Sales', 'Billing'] as const);
    return {
      id: idOf('user', name),
      name,
      email: `${plainLetters(name)}@example.com`,
      divisionId: divisionIdOf(division),
      department: division === 'Home' ? 'Operations' : division,
      title: random.pick(titles),
      state: index % 15 === 14 ? 'inactive' : 'active',
    };
  });
}

/** `Chloé Martin` → `chloe.martin`. */
function plainLetters(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '.');
}
