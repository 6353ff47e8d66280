import type { Clock } from '#core/ports.ts';
import type { CheckContext } from '#core/check/index.ts';
import type { SourceFile } from '#core/text/tree.ts';
import { readSource } from '#core/text/parse.ts';
import { declaredQueues, readProject } from '#core/workspace/index.ts';
import type { OpenDocuments } from './documents.ts';
import type { ServerFiles } from './files.ts';
import { uriKey } from './uriKey.ts';

/** What is around a document: its `genesys.yaml` and the queues that the project's other catalogs declare. */
export interface Projects {
  contextFor(uri: string): Promise<CheckContext>;
  /** Drops what was read from disk; the next question reads again. */
  forget(): void;
}

/** An open document wins over the disk, saved or not. */
export function createProjects(files: ServerFiles, documents: OpenDocuments, clock: Clock): Projects {
  const projectOf = new Map<string, Promise<string | undefined>>();
  const catalogsOf = new Map<string, Promise<readonly string[]>>();
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
      const context = { now: clock.now() };
      if (projectUri === undefined) return context;
      const projectSource = await sourceAt(projectUri);
      const others = (await remember(catalogsOf, projectUri, () => files.catalogs(projectUri))).filter(
        (other) => uriKey(other) !== uriKey(uri),
      );
      const sources = await Promise.all(others.map(sourceAt));
      const project = projectSource && readProject(projectSource);
      return {
        ...context,
        ...(project && { project }),
        queuesElsewhere: declaredQueues(sources.filter((source) => source !== undefined)),
      };
    },
    forget() {
      projectOf.clear();
      catalogsOf.clear();
      onDisk.clear();
    },
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
