import { normaliseName } from '../../contract/names.ts';
import { textsOf } from '../../text/walk.ts';
import { field } from '../entry.ts';
import { fixIf, type Rule } from '../rule.ts';

/** `mandatory: true` on a queue whose declared after-call work lets agents go on without a code. */
export const mandatoryNotAsked: Rule = {
  code: 'mandatory-not-asked',
  severity: 'warning',
  codesWith: ['mandatory'],
  inCode: (entry, indexes) => {
    const node = field(entry, 'mandatory');
    if (node?.kind !== 'scalar' || node.value !== true) return [];
    const own = field(entry, 'queues');
    const names = own === undefined ? (indexes.defaultQueues ?? []) : textsOf(own).map(({ value }) => value);
    const declared = new Set(names.flatMap((name) => indexes.queues.get(normaliseName(name)).slice(0, 1)));
    const lax = [...declared].flatMap(({ text, prompt, entry: head }) =>
      prompt !== undefined && !prompt.mandatory ? [{ text, prompt, head }] : [],
    );
    if (lax.length === 0) return [];
    const list = lax.map(({ text, prompt }) => `\`${text}\` (${prompt.value})`).join(', ');
    const edits = lax.map(({ prompt, head }) => ({
      entry: head,
      span: prompt.span,
      newText: prompt.value === 'AGENT_REQUESTED' ? 'MANDATORY_TIMEOUT' : 'MANDATORY',
    }));
    return [
      {
        span: node.span,
        message: `Not all its queues make agents choose a code: ${list}. Change the prompt of the queue, or take \`mandatory\` off.`,
        related: lax.map(({ text, prompt, head }) => ({
          message: `The prompt of \`${text}\``,
          span: prompt.span,
          entry: head,
        })),
        fixes: [
          ...fixIf('Make the queues ask for a code', edits),
          ...fixIf('Change to `false`', node.alias === true ? undefined : [{ span: node.span, newText: 'false' }]),
        ],
      },
    ];
  },
};
