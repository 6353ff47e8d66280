import { normaliseName } from '../../contract/names.ts';
import { removeItem } from '../../text/edit.ts';
import { isText } from '../../text/walk.ts';
import { field, type CodeEntry, type Entry } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

/** Empty text where something must be said. */
export const emptyText: Rule = {
  code: 'empty-text',
  severity: 'error',
  inCode: (entry) => [...look(entry), ...blankName(entry)],
  inHead: look,
  inProject: look,
  inQuery: look,
};

function look(entry: Entry): readonly Finding[] {
  return entry.issues.flatMap(({ keyword, node, parent, pair, path, params }): Finding[] => {
    if (keyword === 'propertyNames' || keyword !== 'minLength') return [];
    if (params['propertyName'] !== undefined || !isText(node)) return [];
    const subject = pair === undefined ? 'This' : `\`${path.at(-1)}\``;
    const remove =
      parent?.kind === 'seq' && parent.items.length > 1
        ? removeItem(entry.text, parent, parent.items.indexOf(node))
        : undefined;
    return [
      {
        span: node.span,
        message: `${subject} is empty. Write something, or remove it.`,
        fixes: fixIf('Remove the empty item', remove),
      },
    ];
  });
}

function blankName(entry: CodeEntry): readonly Finding[] {
  const name = field(entry, 'name');
  if (!isText(name) || name.value === '' || normaliseName(name.value) !== '') return [];
  return [{ span: name.span, message: 'This name holds nothing that can be seen. Write a name.' }];
}
