/** What became of a change, from what was sent and how the org stands to it now. */
import type { ChangeFact } from '../apply/journalRecords.ts';
import type { ChangeState } from './open.ts';
import type { OrgState } from './orgState.ts';
import type { Standing } from './standing.ts';
import { standingOf } from './standing.ts';

type Open = Extract<ChangeState, { readonly kind: 'open' }>;
type Refused = Extract<ChangeState, { readonly kind: 'refused' }>;

/** `done` is only what is seen. `codeId` is the change's, where only the journal knows it. */
export function judgeOpen(state: Open, codeId: string | undefined, org: OrgState): ChangeFact {
  const { change, last } = state;
  const standing = standingOf(change, codeId, org);
  const accepted = last.outcome?.outcome === 'accepted';
  const base = { change: change.id, ...answerOf(state) };
  if (standing === 'asAfter') return { ...base, outcome: 'done', ...idOf(state, codeId, org) };
  const outcome = standing === 'asBefore' && !accepted ? 'failed' : 'unknown';
  return {
    ...base,
    outcome,
    ...(codeId === undefined ? {} : { codeId }),
    message: WORDS[wordsFor(standing, accepted)],
  };
}

export const judgeRefused = (state: Refused): ChangeFact => ({
  change: state.change.id,
  ...answerOf(state),
  outcome: 'failed',
  message: refusalOf(state) ?? WORDS.notDone,
});

const refusalOf = ({ last }: Refused): string | undefined => {
  const said = last.outcome?.failure?.message;
  return said === undefined ? undefined : `The org refused it: ${/[.!?]$/.test(said) ? said : `${said}.`}`;
};

const wordsFor = (standing: Standing, accepted: boolean): keyof typeof WORDS =>
  standing === 'otherwise' ? 'otherwise' : accepted ? 'gone' : 'notDone';

const WORDS = {
  notDone: 'The push was cut off, and the org is as it was before: it was not done.',
  gone: 'The org accepted it, but does not show it any more: somebody has taken it back, or it cannot be seen yet. Plan to see what is there.',
  otherwise:
    'The push was cut off, and what is in the org now is neither as it was before nor as it was asked: somebody else was there. Plan to see what is there.',
} as const;

/** A create is found by its name where its answer was lost. */
function idOf({ change }: Open, codeId: string | undefined, org: OrgState): { readonly codeId?: string } {
  if (codeId !== undefined) return { codeId };
  if (change.kind !== 'create')
    return 'codeId' in change && change.codeId !== undefined ? { codeId: change.codeId } : {};
  const found = [...org.codes.values()].find(({ name }) => name === change.after.name);
  return found === undefined ? {} : { codeId: found.id };
}

function answerOf({ last: { outcome } }: Open | Refused): Pick<ChangeFact, 'correlationId' | 'latencyMs'> {
  const correlationId = outcome?.correlationId ?? outcome?.failure?.correlationId;
  const latencyMs = outcome?.latencyMs;
  return {
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(latencyMs === undefined ? {} : { latencyMs }),
  };
}
