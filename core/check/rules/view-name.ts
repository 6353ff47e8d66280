import { field } from '../entry.ts';
import { listed } from '../queryFamilies.ts';
import { itemsOf } from '../queryRanges.ts';
import { childOf, isText } from '../../text/walk.ts';
import type { Finding, Rule } from '../rule.ts';

/** A view with the name of another view or of any metric, as an official page rules out: nobody could tell them apart. */
export const viewName: Rule = {
  code: 'view-name',
  severity: 'warning',
  inQuery: (entry) => {
    const metrics = new Set(listed(entry.file, 'metrics'));
    const first = new Map<string, Finding['span']>();
    return itemsOf(field(entry, 'views')).flatMap((view): Finding[] => {
      const name = childOf(view, 'name');
      if (!isText(name) || name.value === '') return [];
      const earlier = first.get(name.value);
      if (earlier !== undefined) {
        const message = `Another view has the name \`${name.value}\` too. Give each its own.`;
        return [{ span: name.span, message, related: [{ message: 'The first one', span: earlier }] }];
      }
      first.set(name.value, name.span);
      if (!metrics.has(name.value)) return [];
      const message = `This view has the name of a metric. Give it a name of its own, for example \`${name.value}Short\`.`;
      return [{ span: name.span, message }];
    });
  },
};
