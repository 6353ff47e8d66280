import type { SpanEdit } from '../../text/edit.ts';
import { pairOf } from '../../text/walk.ts';
import { isJson, operatorOf, predicatesOf, subjectOf } from '../query/queryFilters.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

/** A metric compared with a `value`: metrics are numbers, and numbers are compared by `range`. */
export const metricValue: Rule = {
  code: 'metric-value',
  severity: 'warning',
  inQuery: (entry) =>
    predicatesOf(entry).flatMap(({ map }): Finding[] => {
      const subject = subjectOf(map);
      const pair = pairOf(map, 'value');
      const node = pair?.value;
      if (subject?.field !== 'metric' || operatorOf(map) !== 'matches' || pairOf(map, 'range') !== undefined) return [];
      if (pair === undefined || node?.kind !== 'scalar' || node.value === null) return [];
      const written = String(node.value).trim();
      const number = /^-?\d+(?:\.\d+)?$/.test(written) ? String(Number(written)) : undefined;
      const quote = isJson(map) ? '"' : '';
      const range = `{ ${quote}gte${quote}: ${number}, ${quote}lte${quote}: ${number} }`;
      const edits: SpanEdit[] | undefined =
        number === undefined || node.alias === true
          ? undefined
          : [
              { span: pair.key.span, newText: `${quote}range${quote}` },
              { span: node.span, newText: range },
            ];
      const message = `\`${subject.name}\` is a number. Compare it by \`range\`, for example \`range: { gte: 1 }\`.`;
      return [{ span: pair.key.span, message, fixes: fixIf('Change to `range`', edits, true) }];
    }),
};
