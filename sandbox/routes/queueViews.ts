/** `/api/v2/routing/queues/divisionviews` and `…/all`: simplified queues. */
import { canSee } from '../access.ts';
import { type Call, ok, type Route } from '../exchange.ts';
import { asRead } from '../lag.ts';
import { listing } from '../listing.ts';
import { nameFilter } from '../nameFilter.ts';
import { allDivisions, type Queue } from '../org/model.ts';
import { renderQueueView } from '../org/render.ts';
import { anyOf, byText, choice } from '../query.ts';
import type { World } from '../world.ts';

const collection = '/api/v2/routing/queues/divisionviews';

/** Page limits as the endpoints' documentation states them. */
const viewPages = { maximumSize: 100, maximumNumber: 5 } as const;
const allPages = { maximumSize: 500 } as const;

export function queueViewRoutes(world: World): readonly Route[] {
  const { org, switches } = world;
  return [
    {
      method: 'GET',
      template: collection,
      handle: (call) =>
        ok(listing(call, filtered(world, call), (queue) => renderQueueView(org, queue), switches, viewPages)),
    },
    {
      method: 'GET',
      template: `${collection}/all`,
      handle: (call) =>
        ok(listing(call, sorted(world, call, 'name'), (queue) => renderQueueView(org, queue), switches, allPages)),
    },
  ];
}

function filtered(world: World, call: Call): readonly Queue[] {
  const hasName = nameFilter(call.query, 'none', world.switches);
  const hasId = anyOf(call, 'id');
  const divisions = call.query.getAll('divisionId');
  const hasDivision = divisions.includes(allDivisions) ? () => true : anyOf(call, 'divisionId');
  return sorted(world, call, choice(call, 'sortBy') ?? 'name').filter(
    (queue) => hasId(queue.id) && hasDivision(queue.divisionId) && (hasName?.(queue.name) ?? true),
  );
}

function sorted(world: World, call: Call, sortBy: string): readonly Queue[] {
  const key = (queue: Queue): string =>
    sortBy === 'id' ? queue.id : sortBy === 'divisionId' ? queue.divisionId : queue.name;
  const ascending = [...world.org.queues.values()]
    .map((queue) => asRead(world, queue))
    .filter((queue) => canSee(call.caller, queue.divisionId))
    .toSorted((left, right) => byText(key(left), key(right)) || byText(left.name, right.name));
  return choice(call, 'sortOrder') === 'desc' ? ascending.toReversed() : ascending;
}
