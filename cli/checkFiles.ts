import { check, fileKindOf, namesCodes } from '#core/check/index.ts';
import type { Elsewhere } from '#core/check/indexes/indexes.ts';
import type { GenesysProject } from '#core/contract/generated/files.ts';
import { readSource } from '#core/text/parse.ts';
import type { SourceFile } from '#core/text/tree.ts';
import { elsewhereIn, NO_CODES, projectCodes, type ProjectCodes, readProject } from '#core/workspace/index.ts';
import { readTextFile } from '#host/files.ts';
import { filesOfProject, projectFor } from '#host/project.ts';
import type { CliIo } from './io.ts';
import { shownPath } from './paths.ts';
import type { CheckedFile } from './report/finding.ts';

/** A checked file with what a plan needs of it. */
export interface Checked extends CheckedFile {
  readonly source: SourceFile;
  /** Absolute path of its `genesys.yaml`. */
  readonly project: string | undefined;
}

export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

export interface CheckRun {
  readonly files: readonly Checked[];
  readonly unreadable: readonly Unreadable[];
  /** By the absolute path of each `genesys.yaml` that governs a checked file. */
  readonly projects: ReadonlyMap<string, ProjectFacts>;
}

export interface ProjectFacts {
  readonly project: GenesysProject | undefined;
  /** Its catalogs by their absolute paths; undefined for one that cannot be read. */
  readonly catalogs: ReadonlyMap<string, SourceFile | undefined>;
  /** Of its catalogs, read when a query or a set of survey rules first asks; the broken ones are named as they are shown. */
  codes(): ProjectCodes;
}

interface Surroundings extends ProjectFacts {
  elsewhere(file: string): Elsewhere;
}

/**
 * Checks files as the editor does: with their `genesys.yaml`, and with what the other catalogs of the
 * project say, given or not. The present instant decides what has expired.
 */
export async function checkFiles(
  paths: readonly string[],
  { cwd, clock, signal }: Pick<CliIo, 'cwd' | 'clock' | 'signal'>,
): Promise<CheckRun> {
  const now = clock.now();
  const { sourceAt, unreadable } = sourceReader(cwd);
  const projects = new Map<string, Surroundings>();
  const files: Checked[] = [];
  for (const path of paths) {
    signal.throwIfAborted();
    const source = await sourceAt(path);
    if (!source) continue;
    const projectPath = await projectFor(path);
    if (projectPath !== undefined && !projects.has(projectPath)) {
      projects.set(projectPath, await surroundingsOf(projectPath, sourceAt));
    }
    const around = projectPath === undefined ? undefined : projects.get(projectPath);
    const { all: catalogs } = namesCodes(source) && around ? around.codes() : NO_CODES;
    const problems = check(source, {
      now,
      ...(around?.project && { project: around.project }),
      ...(around && { elsewhere: around.elsewhere(source.name) }),
      ...(catalogs && { catalogs }),
    });
    files.push({ path: source.name, text: source.text, problems, source, project: projectPath });
  }
  return { files, unreadable, projects };
}

type SourceAt = (path: string) => Promise<SourceFile | undefined>;

/** Reads and parses each file once; what cannot be read is collected. */
function sourceReader(cwd: string): { readonly sourceAt: SourceAt; readonly unreadable: readonly Unreadable[] } {
  const unreadable: Unreadable[] = [];
  const sources = new Map<string, Promise<SourceFile | undefined>>();
  const read: SourceAt = async (path) => {
    const shown = shownPath(path, cwd);
    const result = await readTextFile(path);
    if (result.kind === 'text') return readSource(shown, result.text);
    unreadable.push({ path: shown, reason: result.reason });
    return undefined;
  };
  return {
    unreadable,
    sourceAt(path) {
      const known = sources.get(path);
      if (known) return known;
      const source = read(path);
      sources.set(path, source);
      return source;
    },
  };
}

async function surroundingsOf(projectPath: string, sourceAt: SourceAt): Promise<Surroundings> {
  const projectSource = await sourceAt(projectPath);
  const project = projectSource && readProject(projectSource);
  const paths = await filesOfProject(projectPath, (path) => fileKindOf(path) === 'WrapUpCatalog');
  const sources = await Promise.all(paths.map(sourceAt));
  let codes: ProjectCodes | undefined;
  return {
    project,
    catalogs: new Map(paths.map((path, index) => [path, sources[index]])),
    elsewhere: elsewhereIn(sources),
    codes: () => (codes ??= projectCodes(sources, project)),
  };
}
