/** What the files ask for and this version does not send. Each is listed with its reason, never silent. */
import type { DesiredCode } from './desired.ts';
import type { Matched } from './match.ts';
import type { NotDeployed, NotDeployedKind, OrgQueue, PlanRequest } from './model.ts';
import type { Finder } from './names.ts';
import type { NamedRef } from './model.ts';
import { membershipsNotDeployed } from './notDeployedQueues.ts';
import { settingsNotDeployed } from './notDeployedSettings.ts';
import type { Membership } from './queueChanges.ts';

export interface Finders {
  readonly queue: Finder<OrgQueue>;
  readonly division: Finder<NamedRef>;
}

export function notDeployedOf(
  request: PlanRequest,
  matched: readonly Matched[],
  finders: Finders,
  isOn: Membership,
): readonly NotDeployed[] {
  return [
    ...matched.flatMap((one) => ofEntry(one, finders)),
    ...membershipsNotDeployed(request, matched, finders.queue, isOn),
    ...settingsNotDeployed(request, matched, finders.queue),
    ...metadata(request),
  ];
}

function ofEntry({ entry, match }: Matched, finders: Finders): readonly NotDeployed[] {
  if (match.kind === 'blocked') return [];
  if (entry.state === 'deleted') {
    return match.kind === 'code' ? [item('delete', entry, `The org still has the code "${match.code.name}".`)] : [];
  }
  const items: NotDeployed[] = [];
  const division = entry.division === undefined ? undefined : finders.division(entry.division);
  if (
    match.kind === 'code' &&
    division?.ok === true &&
    match.code.division !== undefined &&
    match.code.division.id !== division.value.id
  ) {
    const from = match.code.division.name ?? match.code.division.id;
    items.push(
      item('move', entry, `It stays in ${divisionWords(from)}; the file says ${divisionWords(division.value.name)}.`),
    );
  }
  // An entry that is to be retired and not in the org has no mapping either.
  if (entry.outbound && (match.kind === 'code' || entry.state === 'active')) {
    items.push(item('outbound', entry, 'Its entry in the outbound mappings stays as it is.'));
  }
  return items;
}

function metadata({ project, target }: PlanRequest): readonly NotDeployed[] {
  const environments = new Map(Object.entries(project?.environments ?? {}));
  const table = environments.get(target.name)?.metadata?.dataTable;
  if (table === undefined) return [];
  return [
    {
      kind: 'metadata',
      name: table,
      path: 'genesys.yaml',
      why: `The data table "${table}" stays as it is.`,
    },
  ];
}

export const item = (
  kind: NotDeployedKind,
  { name, path }: Pick<DesiredCode, 'name' | 'path'>,
  why: string,
): NotDeployed => ({ kind, name, path, why });

const divisionWords = (name: string): string => (name === '*' ? 'all divisions' : `the division "${name}"`);
