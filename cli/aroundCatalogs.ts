import { fileKindOf } from '#core/check/index.ts';
import { deletes, projectAround } from '#core/deploy/index.ts';
import type { CatalogFile, ProjectAround } from '#core/deploy/model.ts';
import { readSource } from '#core/text/parse.ts';
import type { SourceFile } from '#core/text/tree.ts';
import { readTextFile } from '#host/files.ts';
import { filesOfProject } from '#host/project.ts';
import type { ProjectFacts } from './checkFiles.ts';
import { shownPath } from './paths.ts';

/**
 * What the project holds beside the catalogs of a plan. Its queries and survey rules are opened only where a code may be
 * deleted.
 * @param planned absolute paths of the files that are planned
 */
export async function aroundCatalogs(
  projectPath: string,
  facts: Pick<ProjectFacts, 'catalogs'>,
  planned: readonly string[],
  catalogs: readonly CatalogFile[],
  cwd: string,
): Promise<ProjectAround> {
  const others = [...facts.catalogs]
    .filter(([path]) => !planned.includes(path))
    .map(([path, source]) => ({ path: shownPath(path, cwd), source }));
  return projectAround(others, deletes(catalogs) ? await namingSources(projectPath, cwd) : []);
}

/** A file that cannot be read names nothing that anybody could see. */
async function namingSources(projectPath: string, cwd: string): Promise<readonly SourceFile[]> {
  const paths = await filesOfProject(projectPath, (path) => ['query', 'SurveyRules'].includes(fileKindOf(path) ?? ''));
  const read = await Promise.all(paths.map(async (path) => ({ path, file: await readTextFile(path) })));
  return read.flatMap(({ path, file }) => (file.kind === 'text' ? [readSource(shownPath(path, cwd), file.text)] : []));
}
