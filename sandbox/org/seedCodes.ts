import { seededRandom } from '../random.ts';
import { codeGroups, deletedCodes } from './data/codes.ts';
import { allDivisions, type Queue, type WrapupCode } from './model.ts';
import { seedDates } from './seedDates.ts';
import type { DivisionIdOf, IdOf } from './ids.ts';

export interface SeededCodes {
  readonly codes: readonly WrapupCode[];
  readonly queueCodes: Map<string, Set<string>>;
}

/** Living and deleted codes, and what is on which queue. */
export function seedCodes(
  seed: number,
  idOf: IdOf,
  divisionIdOf: DivisionIdOf,
  authors: readonly string[],
  queues: readonly Queue[],
): SeededCodes {
  const codes: WrapupCode[] = [];
  const queueCodes = new Map(queues.map((queue) => [queue.id, new Set<string>()]));
  const author = (index: number): string => authors[index % authors.length] ?? '';
  for (const group of codeGroups) {
    const onQueues = queues.filter((queue) => group.queues.includes(queue.name));
    for (const line of group.codes) {
      const [name = line, description] = line.split(' | ');
      const random = seededRandom(`${seed}/code/${name}`);
      const id = idOf('code', name);
      codes.push({
        id,
        name,
        ...(description === undefined ? {} : { description }),
        divisionId: group.division === allDivisions ? allDivisions : divisionIdOf(group.division),
        ...seedDates(random),
        createdBy: author(random.between(0, 5)),
        modifiedBy: author(random.between(0, 5)),
      });
      // The first queue of a group has all of its codes, the others most of them.
      for (const [index, queue] of onQueues.entries()) {
        if (index === 0 || random.next() < 0.8) queueCodes.get(queue.id)?.add(id);
      }
    }
  }
  for (const name of deletedCodes) {
    const random = seededRandom(`${seed}/deleted code/${name}`);
    codes.push({
      id: idOf('deleted code', name),
      name,
      divisionId: allDivisions,
      ...seedDates(random),
      createdBy: author(random.between(0, 5)),
      modifiedBy: author(random.between(0, 5)),
      deleted: { hiddenFrom: Number.NEGATIVE_INFINITY },
    });
  }
  return { codes, queueCodes };
}
