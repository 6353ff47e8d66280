/** What the project's catalogs say about their codes, for queries and results. */
import type { GenesysProject, WrapUpCatalog, WrapUpCode } from '../contract/generated/files.ts';
import type { CatalogCode } from '../query/model.ts';

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

/**
 * `cat:<category>`, `sub:<subcategory>`, then the entry's own tags, each once. With `policy.subcategoryTags: all`
 * a code has a `sub:` tag for every subcategory that the catalog's matrix lists under its category.
 */
export function effectiveTags(
  code: WrapUpCode,
  catalog: Pick<WrapUpCatalog, 'categories'>,
  project: GenesysProject | undefined,
): readonly string[] {
  const { category, subcategory } = code;
  const ofCategory = new Map(Object.entries(catalog.categories ?? {})).get(category ?? '') ?? [];
  const subcategories = [
    ...(project?.policy?.subcategoryTags === 'all' && category !== undefined ? ofCategory : []),
    ...(subcategory === undefined ? [] : [subcategory]),
  ];
  return [
    ...new Set([
      ...(category === undefined ? [] : [`cat:${category}`]),
      ...subcategories.map((name) => `sub:${name}`),
      ...(code.reportingTags ?? []),
    ]),
  ];
}
