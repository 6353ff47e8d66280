import { SANDBOX_ENVIRONMENT } from '#core/contract/environments.ts';
import type { GenesysProject } from '#core/contract/generated/files.ts';
import { findRegion, type Region } from '#core/contract/regions.ts';

/** The org inside this window: no account, no secret, gone with the window. */
export interface SandboxEnvironment {
  readonly kind: 'sandbox';
  readonly name: typeof SANDBOX_ENVIRONMENT;
  readonly protected: false;
}

/** A real org, as `genesys.yaml` names it. */
export interface OrgEnvironment {
  readonly kind: 'org';
  readonly name: string;
  readonly region: Region;
  /** The organisation id that the file binds. */
  readonly org?: string;
  readonly protected: boolean;
}

export type Environment = SandboxEnvironment | OrgEnvironment;

export const SANDBOX: SandboxEnvironment = { kind: 'sandbox', name: SANDBOX_ENVIRONMENT, protected: false };

/**
 * The environments one can choose: those of `genesys.yaml` in the file's order, then the sandbox.
 * Only published regions lead anywhere: an entry with another region is left out, since no token may
 * go to a host that a workspace file made up. The built-in name wins over an entry called Sandbox.
 */
export function environmentsOf(project: GenesysProject | undefined): readonly Environment[] {
  const entries = Object.entries(project?.environments ?? {});
  return [...entries.flatMap(([name, entry]) => orgEnvironment(name, entry)), SANDBOX];
}

type ProjectEnvironment = NonNullable<GenesysProject['environments']>[string];

function orgEnvironment(name: string, entry: ProjectEnvironment | undefined): readonly OrgEnvironment[] {
  const region = entry ? findRegion(entry.region) : undefined;
  if (!entry || !region || isSandboxName(name)) return [];
  return [
    {
      kind: 'org',
      name,
      region,
      protected: entry.protected === true,
      ...(entry.org === undefined ? {} : { org: entry.org }),
    },
  ];
}

/** The environment a name stands for, or nothing when the project does not know it (any more). */
export function environmentNamed(
  name: string | undefined,
  project: GenesysProject | undefined,
): Environment | undefined {
  return environmentsOf(project).find((environment) => environment.name === name);
}

/** Whether two stand for the same place under the same guards. */
export function isSameEnvironment(a: Environment, b: Environment): boolean {
  if (a.kind === 'sandbox' || b.kind === 'sandbox') return a.kind === b.kind;
  return a.name === b.name && a.region.domain === b.region.domain && a.org === b.org && a.protected === b.protected;
}

export function isSandboxName(name: string): boolean {
  return name.toLowerCase() === SANDBOX_ENVIRONMENT.toLowerCase();
}
