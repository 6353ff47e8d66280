import * as vscode from 'vscode';
import type { GenesysProject } from '#core/contract/generated/files.ts';
import { deletes, type OtherCatalog, projectAround } from '#core/deploy/index.ts';
import type { CatalogFile, ProjectAround } from '#core/deploy/model.ts';
import type { Clock } from '#core/ports.ts';
import { readSource } from '#core/text/parse.ts';
import type { SourceFile } from '#core/text/tree.ts';
import { elsewhereIn, readCatalogs, readProject } from '#core/workspace/index.ts';
import { UserError } from '../errors.ts';
import { assertNoErrors } from './errorsInFiles.ts';
import type { FileAtHand } from './fileAtHand.ts';
import { catalogsOfProject, catalogsWithoutProject, namingFilesOfProject, projectUriFor } from './projectUris.ts';
import { shownPath, textOf } from './texts.ts';

/** Catalogs and their project as a plan needs them: read, checked and free of errors. */
export interface ReadFiles {
  readonly catalogs: readonly CatalogFile[];
  readonly project: GenesysProject | undefined;
  /** Absent without a `genesys.yaml`: then these catalogs are all there is. */
  readonly around?: ProjectAround;
}

/** The files of the workspace as the user sees them: what is open and unsaved wins over the disk. */
export interface ProjectFiles {
  /** The project of the file one works on; undefined without a `genesys.yaml`. */
  projectAtHand(): Promise<GenesysProject | undefined>;
  /** The project that governs a file. */
  projectOf(uri: vscode.Uri): Promise<GenesysProject | undefined>;
  /** The catalogs that the project at hand governs. Throws a `UserError` when there are none. */
  allCatalogs(): Promise<readonly vscode.Uri[]>;
  /** Reads catalogs of one project. Throws a `UserError` that names the first error when a file has one. */
  read(catalogs: readonly vscode.Uri[]): Promise<ReadFiles>;
}

export function projectFiles(clock: Clock, atHand: FileAtHand): ProjectFiles {
  const root = (): vscode.Uri | undefined => vscode.workspace.workspaceFolders?.[0]?.uri;
  const placeAtHand = (): vscode.Uri | undefined => atHand.current() ?? root();

  const projectOf = async (place: vscode.Uri): Promise<GenesysProject | undefined> => {
    const uri = await projectUriFor(place);
    return uri && readProject(await sourceOf(uri));
  };

  return {
    projectOf,
    async projectAtHand() {
      const place = placeAtHand();
      return place && projectOf(place);
    },
    async allCatalogs() {
      const current = atHand.current();
      // A file that was never saved lives nowhere, so it has no catalogs around it.
      const place = current?.scheme === 'untitled' ? root() : placeAtHand();
      const project = place && (await projectUriFor(place));
      const found = project ? await catalogsOfProject(project) : await catalogsWithoutProject(place);
      if (found.length > 0) return found;
      throw new UserError('There is no catalog here. The name of a catalog ends in .wrapup.yaml.', [
        { title: 'Open a Sample', command: 'wrapsmith.openSample' },
      ]);
    },
    async read(uris) {
      const projectUri = await oneProject(uris);
      const projectSource = projectUri && (await sourceOf(projectUri));
      const project = projectSource && readProject(projectSource);
      const sources = await Promise.all(uris.map(async (uri) => ({ uri, source: await sourceOf(uri) })));
      const context = { now: clock.now(), ...(project && { project }) };
      const others = projectUri ? await readOthers(projectUri, uris) : [];
      const elsewhere = elsewhereIn([
        ...sources.map(({ source }) => source),
        ...others.flatMap(({ source }) => source ?? []),
      ]);
      if (projectUri && projectSource) assertNoErrors([{ uri: projectUri, source: projectSource }], () => context);
      assertNoErrors(sources, (source) => ({ ...context, elsewhere: elsewhere(source.name) }));
      const catalogs = sources.flatMap(({ source }) =>
        readCatalogs(source).map((catalog) => ({ path: source.name, catalog })),
      );
      if (catalogs.length === 0) throw noCatalogIn(sources.map(({ source }) => source.name));
      if (!projectUri) return { catalogs, project };
      const naming = deletes(catalogs) ? await readNaming(projectUri) : [];
      return { catalogs, project, around: projectAround(others, naming) };
    },
  };
}

async function sourceOf(uri: vscode.Uri): Promise<SourceFile> {
  return readSource(shownPath(uri), await textOf(uri));
}

/** The project's other catalogs: what they declare counts when one is checked, and what they list stays on its queues. */
async function readOthers(project: vscode.Uri, uris: readonly vscode.Uri[]): Promise<readonly OtherCatalog[]> {
  const own = new Set(uris.map(String));
  const others = (await catalogsOfProject(project)).filter((uri) => !own.has(uri.toString()));
  return Promise.all(
    others.map(async (uri) => ({ path: shownPath(uri), source: await sourceOf(uri).catch(() => undefined) })),
  );
}

/** A file that cannot be read names nothing that anybody could see. */
async function readNaming(project: vscode.Uri): Promise<readonly SourceFile[]> {
  const uris = await namingFilesOfProject(project);
  const sources = await Promise.all(uris.map((uri) => sourceOf(uri).catch(() => undefined)));
  return sources.filter((source) => source !== undefined);
}

async function oneProject(uris: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const projects = await Promise.all(uris.map(projectUriFor));
  const [first] = projects;
  if (projects.every((project) => project?.toString() === first?.toString())) return first;
  throw new UserError(
    'These catalogs belong to different projects: another genesys.yaml is nearer to some. Plan the catalogs of one project.',
  );
}

function noCatalogIn(names: readonly string[]): UserError {
  return new UserError(`${names.join(', ')} holds no wrap-up catalog, so there is nothing to plan.`, [
    { title: 'Plan All Catalogs', command: 'wrapsmith.planWorkspace' },
  ]);
}
