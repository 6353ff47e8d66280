import type { CallOptions } from '../../genesys/index.ts';
import type { Plan } from '../model.ts';
import { type Examined, examine } from './examine.ts';

/** The plan with what these credentials lack for it; as it is where nothing is missing. Throws as `examine` does. */
export async function withPermissions(genesys: Examined, plan: Plan, options: CallOptions = {}): Promise<Plan> {
  const permissions = await examine(genesys, plan, options);
  return permissions.missing.length === 0 && permissions.notRead === undefined ? plan : { ...plan, permissions };
}
