import type { GenesysProject } from '#core/contract/generated/files.ts';
import { projectFor } from '#host/project.ts';
import { checkFiles, type ProjectFacts } from './checkFiles.ts';
import { CliError, type CliIo } from './io.ts';
import { shownPath, twoSpellings } from './paths.ts';
import { refuseErrors } from './refuseErrors.ts';

/**
 * What the `genesys.yaml` of the working folder and its catalogs say, for commands that need no other file; undefined
 * where there is none. Nothing is done with one that has errors: they are printed to stderr, and a `CliError` follows.
 */
export async function loadProjectFacts(color: boolean, io: CliIo): Promise<ProjectFacts | undefined> {
  const path = await projectFor(io.cwd);
  if (path === undefined) return undefined;
  const ambiguous = await twoSpellings(path, io.cwd);
  if (ambiguous !== undefined) throw new CliError(ambiguous);
  const run = await checkFiles([path], io);
  const unreadable = run.unreadable.find((file) => file.path === shownPath(path, io.cwd));
  if (unreadable) throw new CliError(`${unreadable.path}: ${unreadable.reason}`);
  refuseErrors(run.files, (names) => `Nothing was done, because of the errors in ${names}. Repair them.`, color, io);
  return run.projects.get(path);
}

/** The `genesys.yaml` alone. */
export const loadProject = async (color: boolean, io: CliIo): Promise<GenesysProject | undefined> =>
  (await loadProjectFacts(color, io))?.project;
