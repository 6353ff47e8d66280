/** The tags that reports and queries see on a code. */
import type { GenesysProject } from './generated/files.ts';

/** What decides about the tags of a code, as it is written. */
export interface TaggedCode {
  readonly category?: string;
  readonly subcategory?: string;
  readonly reportingTags?: readonly string[];
}

/**
 * `cat:<category>`, `sub:<subcategory>`, then the entry's own tags, each once. With `policy.subcategoryTags: all`
 * a code has a `sub:` tag for every subcategory that the catalog's matrix lists under its category.
 */
export function effectiveTags(
  code: TaggedCode,
  catalog: { readonly categories?: Readonly<Record<string, readonly string[]>> },
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
