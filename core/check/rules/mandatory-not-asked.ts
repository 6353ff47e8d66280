import { normaliseName } from '../../contract/names.ts';
import { textsOf } from '../../text/walk.ts';
import { field } from '../entry.ts';
import { fixIf, type Rule } from '../rule.ts';

/** `mandatory: true` on a queue whose declared after-call work lets agents go on without a code. */
export const mandatoryNotAsked: Rule = {
  code: 'mandatory-not-asked',
  severity: 'warning',
  inCode: (entry, { queues, defaultQueues }) => {
    const node = field(entry, 'mandatory');
    if (node?.kind !== 'scalar' || node.value !== true) return [];
    const names = textsOf(field(entry, 'queues') ?? defaultQueues);
    const declared = new Set(names.flatMap(({ value }) => queues.get(normaliseName(value))?.slice(0, 1) ?? []));
    const lax = [...declared].flatMap(({ text, prompt }) =>
      prompt !== undefined && !prompt.mandatory ? [{ text, prompt }] : [],
    );
    if (lax.length === 0) return [];
    const list = lax.map(({ text, prompt }) => `\`${text}\` (${prompt.value})`).join(', ');
    const edits = lax.map(({ prompt }) => ({
      span: prompt.span,
      newText: prompt.value === 'AGENT_REQUESTED' ? 'MANDATORY_TIMEOUT' : 'MANDATORY',
    }));
    return [
      {
        span: node.span,
        message: `Not all its queues make agents choose a code: ${list}. Change the prompt of the queue, or take \`mandatory\` off.`,
        related: lax.map(({ text, prompt }) => ({ message: `The prompt of \`${text}\``, span: prompt.span })),
        fixes: [
          ...fixIf('Make the queues ask for a code', edits),
          ...fixIf('Change to `false`', node.alias === true ? undefined : [{ span: node.span, newText: 'false' }]),
        ],
      },
    ];
  },
};
