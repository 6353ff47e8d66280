import { addPair, replaceText } from '../../text/edit.ts';
import { writeText } from '../../text/quote.ts';
import { isText } from '../../text/walk.ts';
import { field } from '../entry.ts';
import { editsIn, fixIf, type Rule } from '../rule.ts';
import { didYouMean } from '../suggest.ts';

/** A category that the catalog's matrix does not have. A catalog without a matrix has nothing to compare with. */
export const unknownCategory: Rule = {
  code: 'unknown-category',
  severity: 'error',
  codesWith: 'undeclared',
  inCode: (entry, indexes) => {
    const category = field(entry, 'category');
    if (!isText(category) || category.value === '') return [];
    const { categories } = indexes;
    if (categories === undefined || categories.has(category.value)) return [];
    const { matrix, head } = indexes;
    const meant = indexes.suggest(category.value, categories.names);
    const subcategory = field(entry, 'subcategory');
    const items = isText(subcategory) ? `[${writeText(subcategory.value)}]` : '[]';
    const add = matrix?.kind === 'map' ? addPair(head.text, matrix, category.value, items) : undefined;
    const replace = meant === undefined || category.alias === true ? undefined : [replaceText(category, meant)];
    return [
      {
        span: category.span,
        message: `The categories of this catalog have no \`${category.value}\`.${didYouMean(meant) || ' Add it there, or choose one of them.'}`,
        fixes: [
          ...fixIf(`Change to \`${meant}\``, replace, true),
          ...fixIf(`Add \`${category.value}\` to the categories`, editsIn(head, add)),
        ],
      },
    ];
  },
};
