/** The names of an org as the files have them. */
import { renamingFor } from '../../contract/renames.ts';
import type { GenesysProject } from '../../contract/generated/files.ts';

export interface FileNames {
  queue(orgName: string): string;
  division(orgName: string): string;
}

/**
 * The inverse of `names` of an environment. Where two names of the files stand for one of the org, the first one counts.
 * A name that the environment gives to another one cannot be written: it would mean that one.
 */
export function fileNamesFor(project: GenesysProject | undefined, environment: string): FileNames {
  const names = new Map(Object.entries(project?.environments ?? {})).get(environment)?.names;
  const renaming = renamingFor(project, environment);
  const inverse = (renames: Readonly<Record<string, string>> | undefined, there: (name: string) => string) => {
    const byOrgName = new Map<string, string>();
    for (const [fileName, orgName] of Object.entries(renames ?? {}))
      if (!byOrgName.has(orgName)) byOrgName.set(orgName, fileName);
    return (orgName: string): string => {
      const fileName = byOrgName.get(orgName) ?? orgName;
      return there(fileName) === orgName ? fileName : orgName;
    };
  };
  return {
    queue: inverse(names?.queues, (name) => renaming.queue(name)),
    division: inverse(names?.divisions, (name) => renaming.division(name)),
  };
}
