import { addPair } from '../../text/edit.ts';
import { writeText } from '../../text/quote.ts';
import { isText } from '../../text/walk.ts';
import { field, fieldPair } from '../entry.ts';
import { isMeantBy } from '../meant.ts';
import { fixIf, type Rule } from '../rule.ts';

/** A subcategory alone says nothing: it belongs to a category. */
export const subcategoryWithoutCategory: Rule = {
  code: 'subcategory-without-category',
  severity: 'error',
  codesWith: 'oddities',
  inCode: (entry, indexes) => {
    const pair = fieldPair(entry, 'subcategory');
    const node = field(entry, 'subcategory');
    if (pair === undefined || !isText(node) || entry.map === undefined || fieldPair(entry, 'category') !== undefined)
      return [];
    if (isMeantBy(entry, entry.map, [], 'category')) return [];
    const owners = indexes.categories?.ownersOf(node.value) ?? [];
    const only = owners.length === 1 ? owners[0] : undefined;
    const add = only === undefined ? undefined : addPair(entry.text, entry.map, 'category', writeText(only), pair);
    return [
      {
        span: node.span,
        message: 'A subcategory needs a category beside it.',
        fixes: fixIf(`Add \`category: ${only}\``, add, true),
      },
    ];
  },
};
