/** Reads of an org what a catalog of it needs. */
import type { Genesys } from '../../genesys/index.ts';
import type { OrgSnapshot, PlanTarget } from '../model.ts';
import { guardOrg } from '../orgGuard.ts';
import { readSnapshot, type SnapshotOptions } from '../snapshot.ts';
import { anyOf } from './filter.ts';
import type { PullFilter } from './model.ts';

/**
 * Writes nothing. One request for each page of codes and queues, and for each page of each queue that is asked for; the
 * outbound mappings where these credentials may see them. Throws `GenesysError`, and `PlanRefused` where the environment
 * is bound to another org.
 */
export async function readForPull(
  genesys: Genesys,
  target: PlanTarget,
  only: PullFilter | undefined,
  options: SnapshotOptions = {},
): Promise<OrgSnapshot> {
  options.onProgress?.('Reading the organization');
  const organization = await genesys.organization(options);
  guardOrg(target, organization);
  return readSnapshot(genesys, organization, { queues: anyOf(only?.queues), outbound: 'ifAllowed' }, options);
}
