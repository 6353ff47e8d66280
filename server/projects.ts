import type { Clock } from '#core/ports.ts';
import { type CheckContext, namesCodes } from '#core/check/index.ts';
import type { GenesysProject } from '#core/contract/generated/files.ts';
import type { SourceFile } from '#core/text/tree.ts';
import { readSource } from '#core/text/parse.ts';
import { declaredQueueNames, declaredQueues, projectCodes, readProject } from '#core/workspace/index.ts';
import type { CatalogCode } from '#core/query/model.ts';
import type { OpenDocuments } from './documents.ts';
import type { ServerFiles } from './files.ts';
import type { OrgPort } from './org.ts';
import { uriKey } from './uriKey.ts';

/** What is around a document: its `genesys.yaml`, the queues and codes of the project's catalogs, and what the org is known to have. */
export interface Projects {
  contextFor(uri: string): Promise<CheckContext>;
  /** Drops what was read from disk; the next question reads again. */
  forget(): void;
}

/** An open document wins over the disk, saved or not. */
export function createProjects(files: ServerFiles, documents: OpenDocuments, clock: Clock, org: OrgPort): Projects {
  const projectOf = new Map<string, Promise<string | undefined>>();
  const catalogsOf = new Map<string, Promise<readonly string[]>>();
  const codesOf = codesMemory();
  const onDisk = new Map<string, Promise<SourceFile | undefined>>();

  const readFromDisk = async (uri: string): Promise<SourceFile | undefined> => {
    const text = await files.read(uri);
    return text === undefined ? undefined : readSource(uri, text);
  };
  const sourceAt = async (uri: string): Promise<SourceFile | undefined> => {
    const open = documents.get(uri);
    return open ? documents.source(open) : remember(onDisk, uri, () => readFromDisk(uri));
  };

  return {
    async contextFor(uri) {
      const projectUri = await remember(projectOf, uri, () => files.findProject(uri));
      const names = await org(uri);
      const context = { now: clock.now(), ...(names && { org: names }) };
      // A file without a project belongs to no catalogs.
      if (projectUri === undefined) return { ...context, catalogs: [] };
      const projectSource = await sourceAt(projectUri);
      const catalogUris = await remember(catalogsOf, projectUri, () => files.catalogs(projectUri));
      const sources = await Promise.all(catalogUris.map(sourceAt));
      const others = sources.filter((_, index) => uriKey(catalogUris[index] ?? '') !== uriKey(uri));
      const project = projectSource && readProject(projectSource);
      const source = await sourceAt(uri);
      return {
        ...context,
        ...(project && { project }),
        queuesElsewhere: declaredQueues(others.filter((other) => other !== undefined)),
        // Reading all codes at every key that is typed into a catalog would be for nobody.
        ...(source &&
          namesCodes(source) && {
            queueNames: declaredQueueNames(sources.filter((one) => one !== undefined)),
            ...codesOf(projectUri, sources, project),
          }),
      };
    },
    forget() {
      projectOf.clear();
      catalogsOf.clear();
      onDisk.clear();
    },
  };
}

type Codes = { readonly catalogs?: readonly CatalogCode[] };

/** Remembers the codes of each project while its files are the same: reading ten thousand of them takes a while. */
function codesMemory(): (
  uri: string,
  sources: readonly (SourceFile | undefined)[],
  project: GenesysProject | undefined,
) => Codes {
  const known = new Map<string, { readonly of: readonly unknown[]; readonly codes: Codes }>();
  return (uri, sources, project) => {
    const policy = JSON.stringify(project?.policy);
    const of = [policy, ...sources];
    const last = known.get(uri);
    if (last?.of.length === of.length && last.of.every((part, index) => part === of[index])) return last.codes;
    const { all: catalogs } = projectCodes(sources, project);
    const codes = catalogs === undefined ? {} : { catalogs };
    known.set(uri, { of, codes });
    return codes;
  };
}

function remember<T>(memory: Map<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  const known = memory.get(key);
  if (known) return known;
  const found = find();
  memory.set(key, found);
  // A failure is not remembered: the next question may find the disk in order.
  found.catch(() => memory.delete(key));
  return found;
}
