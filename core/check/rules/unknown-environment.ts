import { SANDBOX_ENVIRONMENT } from '../../contract/environments.ts';
import { replaceText } from '../../text/edit.ts';
import { textsOf } from '../../text/walk.ts';
import { field } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { closest, didYouMean } from '../suggest.ts';

/** An environment that genesys.yaml does not have, and that is not the built-in one. Without a readable genesys.yaml nothing is known, and nothing is said. */
export const unknownEnvironment: Rule = {
  code: 'unknown-environment',
  severity: 'error',
  codesWith: ['environments'],
  inCode: (entry, { context }) => {
    if (context.project === undefined) return [];
    const known = [...Object.keys(context.project.environments ?? {}), SANDBOX_ENVIRONMENT];
    return textsOf(field(entry, 'environments')).flatMap((node): Finding[] => {
      if (node.value === '' || known.includes(node.value)) return [];
      const meant = closest(node.value, known);
      const replace = meant === undefined || node.alias === true ? undefined : [replaceText(node, meant)];
      const message = `\`genesys.yaml\` has no environment \`${node.value}\`.${didYouMean(meant) || ' Declare it there, or take it out here.'}`;
      return [{ span: node.span, message, fixes: fixIf(`Change to \`${meant}\``, replace, true) }];
    });
  },
};
