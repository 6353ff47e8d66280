/** The effective tags of a code as it stands in a file, half-typed or not. */
import { effectiveTags } from '../../contract/effectiveTags.ts';
import type { GenesysProject } from '../../contract/generated/files.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText, keyOf, textsOf } from '../../text/walk.ts';

/** `root` is the catalog, whose matrix counts with `policy.subcategoryTags: all`. */
export function tagsOf(code: Node, root: Node, project: GenesysProject | undefined): readonly string[] {
  const [category, subcategory] = [childOf(code, 'category'), childOf(code, 'subcategory')];
  const matrix = childOf(root, 'categories');
  const pairs = matrix?.kind === 'map' ? matrix.pairs : [];
  const categories = Object.fromEntries(pairs.map((pair) => [keyOf(pair), textsIn(pair.value)]));
  return effectiveTags(
    {
      ...(isText(category) && { category: category.value }),
      ...(isText(subcategory) && { subcategory: subcategory.value }),
      reportingTags: textsIn(childOf(code, 'reportingTags')),
    },
    { categories },
    project,
  );
}

function textsIn(list: Node | undefined): readonly string[] {
  return textsOf(list).map(({ value }) => value);
}
