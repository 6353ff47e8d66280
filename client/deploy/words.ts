import type { ApplyResult, Plan } from '#core/deploy/model.ts';
import { countsInWords, notSelectedInWords, outcomeCounts, outcomesInWords, shortCounts } from './counts.ts';
import { pendingChanges } from '#core/deploy/summary.ts';

/** `Northwind (dev)`: the target in a sentence. */
function target({ org, environment }: Plan): string {
  return `${org.name} (${environment})`;
}

export function planTitle(plan: Plan): string {
  return `Plan · ${plan.org.name} · ${plan.environment}: org ↔ files ${shortCounts(plan.summary)}`;
}

/** What a plan found, as one message. */
export function planMessage(plan: Plan): string {
  const left = notSelectedNote(plan);
  if (pendingChanges(plan) > 0)
    return `Plan for ${target(plan)}: ${countsInWords(plan.summary)}.${permissionNote(plan)}${left}`;
  return `${nothingToDo(plan)}${left}`;
}

/** What a push says when there is nothing to send. */
export function nothingToDo(plan: Plan): string {
  const { blocked } = plan.summary;
  if (blocked > 0) return `Nothing can be pushed to ${target(plan)}: ${entries(blocked)} blocked. The list says why.`;
  if (notSelectedInWords(plan) !== '') return `There is nothing to do for ${target(plan)} of what is selected.`;
  return `There is nothing to do: ${target(plan)} already has what the files say.`;
}

/** Counted aloud, so that nobody takes a push for more than it is. Removals, deletions and settings wait to be chosen. */
export function notSelectedNote(plan: Plan): string {
  const left = notSelectedInWords(plan);
  return left === '' ? '' : ` Not selected: ${left}.`;
}

/** What will be refused is said before somebody confirms it. What is not sure is in the list only. */
function permissionNote({ permissions }: Plan): string {
  const missing = (permissions?.missing ?? []).filter(({ certainty }) => certainty === 'missing');
  const [first] = missing;
  if (first === undefined) return '';
  const others = missing.length - 1;
  const more = others === 0 ? '' : ` The list names ${others} more.`;
  return ` ${first.text}${more}`;
}

export interface Confirmation {
  readonly message: string;
  readonly detail: string;
  readonly button: string;
}

export function pushConfirmation(plan: Plan): Confirmation {
  const count = pendingChanges(plan);
  const blocked = plan.summary.blocked > 0 ? ` What is blocked is left out.` : '';
  return {
    message: `Push ${changes(count)} to ${plan.org.name} (${plan.environment})?`,
    detail: `${countsInWords(plan.summary)}.${permissionNote(plan)}${blocked}${notSelectedNote(plan)}`,
    button: `Push ${changes(count)}`,
  };
}

/** How an apply ended, and how loud that is to be said. Only a run in which all is done is called done. */
export function resultMessage(result: ApplyResult): {
  readonly level: 'info' | 'warning' | 'error';
  readonly text: string;
} {
  const counts = outcomeCounts(result);
  const where = target(result.plan);
  const { blocked } = result.plan.summary;
  const left = blocked === 0 ? '' : ` ${entries(blocked)} blocked; the result says why.`;
  if (counts.done === pendingChanges(result.plan) && result.stopped === undefined) {
    const text = `Pushed ${changes(counts.done)} to ${where}, and read ${counts.done === 1 ? 'it' : 'them'} back.${left}${notSelectedNote(result.plan)}`;
    return { level: blocked === 0 ? 'info' : 'warning', text };
  }
  const stopped = result.stopped === undefined ? '' : ` ${sentence(result.stopped)}`;
  const text = `The push to ${where} is not complete: ${outcomesInWords(result)}.${left}${stopped} Push again to finish it; what is done stays done.`;
  return { level: counts.failed > 0 ? 'error' : 'warning', text };
}

function changes(count: number): string {
  return count === 1 ? '1 change' : `${count} changes`;
}

function entries(count: number): string {
  return count === 1 ? '1 entry is' : `${count} entries are`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
