import { promptFacts } from '../../contract/afterCallWork.ts';
import { removePair } from '../../text/edit.ts';
import { childOf, isText, pairOf } from '../../text/walk.ts';
import { afterCallWorks } from '../afterCallWorks.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

/** A timeout beside a prompt that has none. */
export const unusedTimeout: Rule = {
  code: 'unused-timeout',
  severity: 'warning',
  inHead: (entry) =>
    afterCallWorks(entry).flatMap((settings): Finding[] => {
      const prompt = childOf(settings, 'prompt');
      const timeout = pairOf(settings, 'timeout');
      const facts = isText(prompt) ? promptFacts(prompt.value) : undefined;
      if (facts === undefined || facts.usesTimeout || timeout?.value === undefined) return [];
      return [
        {
          span: timeout.key.span,
          message: `The prompt \`${facts.prompt}\` has no timeout, so this one is not used. Remove it.`,
          fixes: fixIf('Remove the timeout', removePair(entry.text, settings, timeout)),
        },
      ];
    }),
};
