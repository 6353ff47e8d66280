import { fieldPair } from '../entry.ts';
import { fixIf, type Rule } from '../rule.ts';
import { removeKeeping } from '../fixes/rewrites/comments.ts';

/** Pages are asked for one after the other anyway: what a file says about them is not sent. */
export const pagingInFile: Rule = {
  code: 'paging-in-file',
  severity: 'information',
  inQuery: (entry) => {
    const pair = entry.file === 'ConversationDetails' ? fieldPair(entry, 'paging') : undefined;
    if (pair === undefined || entry.map === undefined) return [];
    const message =
      'Pages are read one after the other until all is there, so this is not used. `output.maxRows` ends earlier.';
    return [
      {
        span: pair.key.span,
        message,
        fixes: fixIf('Remove `paging`', removeKeeping(entry.text, entry.map, pair), true),
      },
    ];
  },
};
