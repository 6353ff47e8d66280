/** Hints of a code: the tags it gets from its category, which nobody writes. */
import type { Node } from '../../text/tree.ts';
import { childOf, textsOf } from '../../text/walk.ts';
import { tagsOf } from '../indexes/codeTags.ts';
import type { Inlay } from './model.ts';
import { labelOf, type Site } from './site.ts';

/** Behind the code's own tags, or its category where it has none. */
export function tagInlays({ source, context, shown }: Site, code: Node, root: Node): readonly Inlay[] {
  if (!shown.has('tags') || code.alias === true) return [];
  const own = childOf(code, 'reportingTags');
  const place = [own, childOf(code, 'subcategory'), childOf(code, 'category')].find(isPlace);
  const written = new Set(textsOf(own).map(({ value }) => value));
  const added = tagsOf(code, root, context.project).filter((tag) => !written.has(tag));
  if (place === undefined || added.length === 0) return [];
  const position = source.lines.positionAt(place.span.end);
  const tooltip = `In reports and queries this code also has the ${added.length === 1 ? 'tag' : 'tags'} ${added.join(', ')}.`;
  return [{ kind: 'tags', position, label: labelOf(added.join(' ')), tooltip }];
}

function isPlace(node: Node | undefined): node is Node {
  return node !== undefined && node.alias !== true && (node.kind !== 'scalar' || node.style !== 'block');
}
