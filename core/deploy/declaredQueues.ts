/** The queues that the catalogs of a plan look after, found in the org. */
import { renamingFor } from '../contract/renames.ts';
import type { QueueDeclaration } from '../contract/generated/files.ts';
import type { OrgQueue, PlanRequest } from './model.ts';
import type { Finder, Found } from './names.ts';

export interface DeclaredQueue {
  readonly path: string;
  /** In the file. */
  readonly name: string;
  readonly declaration: NonNullable<QueueDeclaration>;
  readonly queue: Found<OrgQueue>;
}

/** In the order of the files. */
export function declaredQueues(request: PlanRequest, findQueue: Finder<OrgQueue>): readonly DeclaredQueue[] {
  const renaming = renamingFor(request.project, request.target.name);
  return request.catalogs.flatMap(({ path, catalog }) =>
    Object.entries(catalog.queues ?? {}).map(([name, declaration]) => ({
      path,
      name,
      declaration: declaration ?? {},
      queue: findQueue(renaming.queue(name)),
    })),
  );
}
