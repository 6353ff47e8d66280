import { isText, keyOf } from '../../text/walk.ts';
import { underCodes } from '../fixes/asMap.ts';
import type { Rule } from '../rule.ts';

/** A file that is one code instead of a catalog: what a request to the API holds, or a list that was forgotten. */
export const codeAtTop: Rule = {
  code: 'code-at-top',
  severity: 'error',
  inHead: (entry) => {
    if (!entry.isBareCode || entry.map === undefined) return [];
    const [first, ...rest] = entry.map.pairs.filter((pair) => keyOf(pair) !== 'kind');
    if (first === undefined) return [];
    const message =
      'These are the fields of one wrap-up code. In a catalog, codes are a list under `codes`, each behind a dash.';
    const kind = entry.map.pairs.find((pair) => keyOf(pair) === 'kind');
    const isLead = kind === undefined || (!entry.map.flow && kind === entry.map.pairs[0] && isText(kind.value));
    const last = rest.at(-1) ?? first;
    const fixes = isLead ? underCodes(entry, entry.map, { start: first.span.start, end: last.span.end }) : [];
    return [{ span: first.key.span, message, fixes }];
  },
};
