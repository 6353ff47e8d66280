/** What the project's catalogs say about their codes, for queries, survey rules and results. */
import { effectiveTags } from '../contract/effectiveTags.ts';
import type { GenesysProject, WrapUpCatalog, WrapUpCode } from '../contract/generated/files.ts';
import type { CatalogCode } from '../query/model.ts';

export { effectiveTags };

/** Every entry of the catalogs in their order; also retired and deleted ones, which old conversations still have. */
export function catalogCodes(
  catalogs: readonly WrapUpCatalog[],
  project: GenesysProject | undefined,
): readonly CatalogCode[] {
  return catalogs.flatMap((catalog) =>
    catalog.codes.map((code) => ({
      name: code.name,
      ...(code.code === undefined ? {} : { code: code.code }),
      ...(code.category === undefined ? {} : { category: code.category }),
      ...(code.subcategory === undefined ? {} : { subcategory: code.subcategory }),
      tags: effectiveTags(code, catalog, project),
      formerly: code.formerly ?? [],
      ...(code.state === 'retired' || code.state === 'deleted' ? { state: code.state } : {}),
      ...queuesOf(code, catalog),
    })),
  );
}

function queuesOf({ queues }: WrapUpCode, { defaults }: WrapUpCatalog): Pick<CatalogCode, 'queues'> {
  const own = queues ?? defaults?.queues ?? [];
  return own.length === 0 ? {} : { queues: own };
}
