/** What the project's catalogs say about their codes, for queries and results. */
import { effectiveTags } from '../contract/effectiveTags.ts';
import type { GenesysProject, WrapUpCatalog } from '../contract/generated/files.ts';
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
    })),
  );
}
