/** What `names:` of an environment makes of the names in the files. */
import type { GenesysProject } from './generated/files.ts';

/** File name to org name; a name that the environment does not map is the same in both. */
export interface Renaming {
  queue(fileName: string): string;
  division(fileName: string): string;
}

/** `environment` is its name in `genesys.yaml`; names are looked up as own keys only, since files choose them. */
export function renamingFor(project: GenesysProject | undefined, environment: string | undefined): Renaming {
  const names = new Map(Object.entries(project?.environments ?? {})).get(environment ?? '')?.names;
  const queues = new Map(Object.entries(names?.queues ?? {}));
  const divisions = new Map(Object.entries(names?.divisions ?? {}));
  return {
    queue: (fileName) => queues.get(fileName) ?? fileName,
    division: (fileName) => divisions.get(fileName) ?? fileName,
  };
}
