import type { PlanTarget } from '#core/deploy/model.ts';
import type { Environment } from './environments.ts';

/** What `genesys.yaml` binds: answers of another org would be taken for those of this one. */
export function planTargetOf(environment: Environment): PlanTarget {
  const { name, protected: isProtected } = environment;
  const org = environment.kind === 'org' ? environment.org : undefined;
  return { name, protected: isProtected, ...(org !== undefined && { org }) };
}
