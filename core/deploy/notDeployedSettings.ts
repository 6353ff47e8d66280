/** After-call work: declared settings that the queue does not have, and `mandatory` codes on queues that do not ask for one. */
import { renamingFor } from '../contract/renames.ts';
import { parseDuration, promptFacts } from '../contract/afterCallWork.ts';
import type { AfterCallWork } from '../contract/generated/files.ts';
import type { Matched } from './match.ts';
import type { NotDeployed, OrgQueue, PlanRequest } from './model.ts';
import type { Finder } from './names.ts';
import { wantsQueues } from './queueChanges.ts';

export function settingsNotDeployed(
  request: PlanRequest,
  matched: readonly Matched[],
  findQueue: Finder<OrgQueue>,
): readonly NotDeployed[] {
  return [...declaredSettings(request, findQueue), ...matched.flatMap((one) => unmetMandatory(one, findQueue))];
}

function declaredSettings(request: PlanRequest, findQueue: Finder<OrgQueue>): readonly NotDeployed[] {
  const renaming = renamingFor(request.project, request.target.name);
  return request.catalogs.flatMap(({ path, catalog }) =>
    Object.entries(catalog.queues ?? {}).flatMap(([name, declared]): NotDeployed[] => {
      const found = findQueue(renaming.queue(name));
      if (declared?.afterCallWork === undefined) return [];
      if (found.ok && hasSettings(found.value, declared.afterCallWork)) return [];
      const why = found.ok
        ? `The queue's after-call work in the org (${inWords(found.value)}) differs from the file and stays as it is.`
        : found.why;
      return [{ kind: 'queueSettings', name, path, why }];
    }),
  );
}

function hasSettings(queue: OrgQueue, { prompt, timeout }: AfterCallWork): boolean {
  const ms = timeout === undefined ? undefined : parseDuration(timeout);
  const samePrompt = prompt === undefined || prompt === queue.wrapupPrompt;
  return samePrompt && (timeout === undefined || (ms !== undefined && ms === queue.wrapupTimeoutMs));
}

const inWords = ({ wrapupPrompt, wrapupTimeoutMs }: OrgQueue): string =>
  `${wrapupPrompt ?? 'not known'}${wrapupTimeoutMs === undefined ? '' : `, ${wrapupTimeoutMs / 1000} s`}`;

/** Any mandatory prompt satisfies `mandatory`; a queue whose prompt is unknown is not called wrong. */
function unmetMandatory(matched: Matched, findQueue: Finder<OrgQueue>): readonly NotDeployed[] {
  const { entry } = matched;
  if (!entry.mandatory || !wantsQueues(matched)) return [];
  return (entry.queues ?? []).flatMap((name): NotDeployed[] => {
    const queue = findQueue(name);
    const facts =
      queue.ok && queue.value.wrapupPrompt !== undefined ? promptFacts(queue.value.wrapupPrompt) : undefined;
    if (!queue.ok || facts === undefined || facts.mandatory) return [];
    const why = `The code is mandatory, but the queue "${queue.value.name}" asks ${facts.prompt} in the org, which stays as it is.`;
    return [{ kind: 'queueSettings', name: entry.name, path: entry.path, why }];
  });
}
