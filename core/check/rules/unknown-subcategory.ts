import { addItem, replaceText } from '../../text/edit.ts';
import { childOf, isText } from '../../text/walk.ts';
import { field } from '../entry.ts';
import { editsIn, fixIf, type Rule } from '../rule.ts';
import { closest, didYouMean } from '../suggest.ts';

/** A subcategory that the matrix does not list under the code's category. */
export const unknownSubcategory: Rule = {
  code: 'unknown-subcategory',
  severity: 'error',
  codesWith: 'undeclared',
  inCode: (entry, indexes) => {
    const category = field(entry, 'category');
    const node = field(entry, 'subcategory');
    if (!isText(category) || !isText(node) || node.value === '') return [];
    const { categories } = indexes;
    const known = categories?.get(category.value);
    if (categories === undefined || known === undefined || known.has(node.value)) return [];
    const { matrix, head } = indexes;
    const meant = closest(node.value, known);
    const [elsewhere] = categories.ownersOf(node.value);
    const list = childOf(matrix, category.value);
    const add = list?.kind === 'seq' ? addItem(head.text, list, node.value) : undefined;
    const replace = meant === undefined || node.alias === true ? undefined : [replaceText(node, meant)];
    const hint =
      elsewhere === undefined
        ? didYouMean(meant) || ' Add it there, or choose one of them.'
        : ` The category \`${elsewhere}\` has it.`;
    return [
      {
        span: node.span,
        message: `The category \`${category.value}\` has no subcategory \`${node.value}\`.${hint}`,
        fixes: [
          ...fixIf(`Change to \`${meant}\``, replace, true),
          ...fixIf(`Add \`${node.value}\` to \`${category.value}\``, editsIn(head, add)),
        ],
      },
    ];
  },
};
