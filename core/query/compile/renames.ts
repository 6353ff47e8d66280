/** What `names:` of an environment makes of the names in the files. */
import type { NamedKind } from '../model.ts';
import type { CompileContext } from './model.ts';

/** The org's name for a name of the files; the same one where the environment says nothing. */
export function orgNameOf(
  kind: NamedKind,
  name: string,
  { project, environment }: Pick<CompileContext, 'project' | 'environment'>,
): string {
  const names = new Map(Object.entries(project?.environments ?? {})).get(environment ?? '')?.names;
  const renamed = kind === 'queue' ? names?.queues : kind === 'division' ? names?.divisions : undefined;
  return new Map(Object.entries(renamed ?? {})).get(name) ?? name;
}
