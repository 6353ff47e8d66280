/** Codes on the declared queues that no catalog of the project lists there. */
import { normaliseName } from '../contract/names.ts';
import { DEFAULT_CODE_ID } from '../contract/systemCodes.ts';
import type { DeclaredQueue } from './declaredQueues.ts';
import { desiredOf } from './desired.ts';
import { dissociate } from './dissociations.ts';
import type { PlanFacts } from './facts.ts';
import type { Matched } from './match.ts';
import { matchAll } from './match.ts';
import type { DissociateChange, OrgCode, OrgQueue } from './model.ts';
import { groupBy } from './names.ts';
import { wantsQueues } from './queueChanges.ts';

/** One declared queue and its strangers, by name. */
export interface StrangersOnQueue {
  readonly queue: OrgQueue;
  readonly exact: boolean;
  readonly declared: DeclaredQueue;
  readonly codes: readonly OrgCode[];
  /** How many codes on it are in no list of codes, so that nobody can say whether a catalog lists them: they stay. */
  readonly unseen: number;
}

/** In the order of the files; only queues that have some. */
export function strangersOf(facts: PlanFacts): readonly StrangersOnQueue[] {
  const isListed = listedOn(facts);
  const codes = new Map(facts.request.org.codes.map((code) => [code.id, code]));
  const declared = facts.declared.flatMap((one) => (one.queue.ok ? [{ one, queue: one.queue.value }] : []));
  return [...groupBy(declared, ({ queue }) => queue.id).values()].flatMap((group): StrangersOnQueue[] => {
    const asking = group.find(({ one }) => one.declaration.membership === 'exact') ?? group[0];
    if (asking === undefined) return [];
    const { one, queue } = asking;
    const ids = (facts.request.org.queueCodes[queue.id] ?? []).filter((id) => id !== DEFAULT_CODE_ID);
    const strangers = ids.flatMap((id) => codes.get(id) ?? []).filter((code) => !isListed(code, queue));
    const unseen = ids.filter((id) => !codes.has(id)).length;
    if (strangers.length === 0 && unseen === 0) return [];
    const exact = one.declaration.membership === 'exact';
    return [{ queue, exact, declared: one, codes: strangers.sort(byName), unseen }];
  });
}

/** Exact membership takes its strangers off, as long as every catalog of the project could be read. */
export function exactDissociations(
  strangers: readonly StrangersOnQueue[],
  { request }: PlanFacts,
): readonly DissociateChange[] {
  if ((request.around?.unreadable ?? []).length > 0) return [];
  return strangers
    .filter(({ exact }) => exact)
    .flatMap(({ queue, codes, declared: { path } }) =>
      codes.map((code) =>
        dissociate(
          { name: code.name, path },
          code,
          queue,
          `No catalog lists the code on the queue "${queue.name}", whose membership is exact.`,
        ),
      ),
    );
}

/** Whether some catalog of the project wants a code on a queue, or leaves it there. */
function listedOn({ request, matched, findQueue }: PlanFacts): (code: OrgCode, queue: OrgQueue) => boolean {
  const others = request.around?.catalogs ?? [];
  const around = matchAll(desiredOf({ ...request, catalogs: others }).codes, request.org.codes);
  const owners = groupBy([...matched, ...around], ({ match }) => (match.kind === 'code' ? match.code.id : undefined));
  const names = new Set(
    [...request.catalogs, ...others]
      .flatMap(({ catalog }) => catalog.codes.flatMap((code) => [code.name, ...(code.formerly ?? [])]))
      .map(normaliseName),
  );
  const wants = (owner: Matched, queue: OrgQueue): boolean => {
    // Those with a reason of their own come off by their own entry, and those that say nothing keep what the org has.
    if (!wantsQueues(owner) || owner.entry.queues === undefined || owner.entry.queues.length === 0) return true;
    return owner.entry.queues.some((name) => {
      const found = findQueue(name);
      return found.ok && found.value.id === queue.id;
    });
  };
  return (code, queue) => {
    const entries = owners.get(code.id);
    // An entry that is blocked or for another environment still lists its code.
    return entries === undefined ? names.has(normaliseName(code.name)) : entries.some((owner) => wants(owner, queue));
  };
}

const byName = (a: OrgCode, b: OrgCode): number =>
  a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1;
