/** Codes that are on a queue of the org and should not be: counted, since this version only adds. */
import { renamingFor } from '../contract/renames.ts';
import { normaliseName } from '../contract/names.ts';
import type { Matched } from './match.ts';
import type { NotDeployed, OrgQueue, PlanRequest } from './model.ts';
import type { Finder } from './names.ts';
import type { Membership } from './queueChanges.ts';
import { wantsQueues } from './queueChanges.ts';

export function membershipsNotDeployed(
  request: PlanRequest,
  matched: readonly Matched[],
  findQueue: Finder<OrgQueue>,
  isOn: Membership,
): readonly NotDeployed[] {
  const queues = knownQueues(request);
  return [...matched.flatMap((one) => ownRemovals(one, isOn, queues)), ...strangers(request, matched, findQueue)];
}

/** Retired, not valid now, or `queues: []`: the entry takes its own code off the queues that the catalogs name. */
function ownRemovals(matched: Matched, isOn: Membership, queues: readonly OrgQueue[]): readonly NotDeployed[] {
  const { entry, match } = matched;
  if (match.kind !== 'code' || entry.state === 'deleted') return [];
  const reason = removalReason(matched);
  if (reason === undefined) return [];
  return queues
    .filter((queue) => isOn(queue.id, match.code.id))
    .map((queue) => ({
      kind: 'dissociate',
      name: entry.name,
      path: entry.path,
      why: `${reason}, but it stays on the queue "${queue.name}".`,
    }));
}

function removalReason({ entry }: Matched): string | undefined {
  if (entry.state === 'retired') return 'The code is retired';
  if (entry.validity === 'notYet') return 'The code is not valid yet';
  if (entry.validity === 'expired') return 'The code is no longer valid';
  return entry.queues?.length === 0 ? 'The code is to be on no queue' : undefined;
}

/** On a queue with `membership: exact`: codes that no catalog lists there. */
function strangers(
  request: PlanRequest,
  matched: readonly Matched[],
  findQueue: Finder<OrgQueue>,
): readonly NotDeployed[] {
  const { org } = request;
  const byId = new Map(
    matched.flatMap((one) => (one.match.kind === 'code' ? [[one.match.code.id, one] as const] : [])),
  );
  const listed = new Set(
    request.catalogs
      .flatMap(({ catalog }) => catalog.codes.flatMap((code) => [code.name, ...(code.formerly ?? [])]))
      .map(normaliseName),
  );
  const codeNames = new Map(org.codes.map((code) => [code.id, code.name]));
  const items: NotDeployed[] = [];
  for (const { queue, path } of exactQueues(request, findQueue)) {
    for (const id of [...(org.queueCodes[queue.id] ?? [])].sort()) {
      const owner = byId.get(id);
      const name = codeNames.get(id) ?? id;
      // An entry that is blocked or for another environment still lists its code.
      const kept = owner === undefined ? listed.has(normaliseName(name)) : belongs(owner, queue, findQueue);
      if (kept) continue;
      items.push({
        kind: 'dissociate',
        name,
        path,
        why: `No catalog lists it on the queue "${queue.name}", whose membership is exact, but it stays there.`,
      });
    }
  }
  return items;
}

function belongs(owner: Matched, queue: OrgQueue, findQueue: Finder<OrgQueue>): boolean {
  // Those with a reason of their own are counted with their entry.
  if (!wantsQueues(owner) || owner.entry.queues === undefined || owner.entry.queues.length === 0) return true;
  return owner.entry.queues.some((name) => {
    const found = findQueue(name);
    return found.ok && found.value.id === queue.id;
  });
}

function exactQueues(
  request: PlanRequest,
  findQueue: Finder<OrgQueue>,
): readonly { readonly queue: OrgQueue; readonly path: string }[] {
  const renaming = renamingFor(request.project, request.target.name);
  return request.catalogs.flatMap(({ path, catalog }) =>
    Object.entries(catalog.queues ?? {}).flatMap(([name, declared]) => {
      const found = declared?.membership === 'exact' ? findQueue(renaming.queue(name)) : undefined;
      return found?.ok === true ? [{ queue: found.value, path }] : [];
    }),
  );
}

/** The queues whose codes were read, in an order that does not depend on the org's list. */
function knownQueues({ org }: PlanRequest): readonly OrgQueue[] {
  return org.queues.filter((queue) => Object.hasOwn(org.queueCodes, queue.id)).sort((a, b) => (a.id < b.id ? -1 : 1));
}
