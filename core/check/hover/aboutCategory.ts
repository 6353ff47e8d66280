/** What is known of a category and its subcategories. */
import { childOf, textsOf } from '../../text/walk.ts';
import { quoted } from '../markdown.ts';
import type { HoverSite } from './site.ts';
import { counted } from './words.ts';

export function aboutCategory(name: string, { root, facts }: HoverSite): string {
  const known = facts();
  const subcategories = textsOf(childOf(childOf(root, 'categories'), name)).map(
    ({ value }) => `- ${quoted(value)}: ${counted(known.codesIn(name, value), 'code')}`,
  );
  const listed = subcategories.length === 0 ? ['The matrix lists no subcategories for it.'] : subcategories;
  return [
    `**Category ${quoted(name)}**`,
    '',
    `${counted(known.codesIn(name), 'code')}. Codes of it get the tag ${quoted(`cat:${name}`)}.`,
    '',
    ...listed,
  ].join('\n');
}

export function aboutSubcategory(name: string, category: string | undefined, { facts, context }: HoverSite): string {
  const codes =
    category === undefined ? [] : [`${counted(facts().codesIn(category, name), 'code')} of ${quoted(category)}.`];
  const isForAll = context.project?.policy?.subcategoryTags === 'all';
  const tagged = isForAll ? 'All codes of its category' : 'Codes with it';
  return [`**Subcategory ${quoted(name)}**`, ...codes, `${tagged} get the tag ${quoted(`sub:${name}`)}.`].join('\n\n');
}
