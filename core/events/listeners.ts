import type { GenesysProject } from '../contract/generated/files.ts';
import type { Listeners } from './eventOf.ts';

/** Who is told what, as `genesys.yaml` says it. `codes` are the project's: their stable keys are the subjects of events. */
export function listenersOf(
  project: GenesysProject | undefined,
  codes: readonly { readonly name: string; readonly code?: string }[],
): Listeners {
  const environments = new Map(Object.entries(project?.environments ?? {}));
  const keys = new Map(codes.map(({ name, code }) => [name, code]));
  return {
    targets: (environment) => environments.get(environment)?.events ?? [],
    keyOf: (name) => keys.get(name),
  };
}
