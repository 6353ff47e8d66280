import { isText } from '../../text/walk.ts';
import type { Finding, Rule } from '../rule.ts';

/** `org` binds an environment to one organization by its id, so that nothing is pushed to the wrong one. */
export const badOrgId: Rule = {
  code: 'bad-org-id',
  severity: 'error',
  inProject: (entry) =>
    entry.issues.flatMap(({ keyword, path, node }): Finding[] => {
      if (keyword !== 'format' || path.at(-1) !== 'org' || !isText(node)) return [];
      const message =
        "`org` is the organization's id, for example `6f1f0c52-7d3b-4c1e-9a57-2f8d3e5b1a90`, and not its name.";
      return [{ span: node.span, message }];
    }),
};
