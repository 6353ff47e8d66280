import { field } from '../entry.ts';
import { listed } from '../query/queryFamilies.ts';
import { itemsOf } from '../query/queryRanges.ts';
import { replaceText } from '../../text/edit.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText, type TextNode } from '../../text/walk.ts';
import { fixIf, type Finding, type FixPlan, type Rule } from '../rule.ts';

/** A view with the name of another view or of any metric, as an official page rules out: nobody could tell them apart. */
export const viewName: Rule = {
  code: 'view-name',
  severity: 'warning',
  inQuery: (entry) => {
    const metrics = new Set(listed(entry.file, 'metrics'));
    const first = new Map<string, Finding['span']>();
    const taken = new Set(itemsOf(field(entry, 'views')).flatMap((view) => nameOf(view)));
    const another = (node: TextNode, ending: string | number): readonly FixPlan[] => {
      const name = node.value + ending;
      const isFree = !taken.has(name) && !metrics.has(name) && node.alias !== true;
      return fixIf(`Change to \`${name}\``, isFree ? [replaceText(node, name)] : undefined);
    };
    return itemsOf(field(entry, 'views')).flatMap((view): Finding[] => {
      const name = childOf(view, 'name');
      if (!isText(name) || name.value === '') return [];
      const earlier = first.get(name.value);
      if (earlier !== undefined) {
        const message = `Another view has the name \`${name.value}\` too. Give each its own.`;
        const related = [{ message: 'The first one', span: earlier }];
        return [{ span: name.span, message, related, fixes: another(name, 2) }];
      }
      first.set(name.value, name.span);
      if (!metrics.has(name.value)) return [];
      const message = `This view has the name of a metric. Give it a name of its own, for example \`${name.value}Short\`.`;
      return [{ span: name.span, message, fixes: another(name, 'Short') }];
    });
  },
};

function nameOf(view: Node): readonly string[] {
  const name = childOf(view, 'name');
  return isText(name) ? [name.value] : [];
}
