/** What people are told of an apply that was cut off, and of one that is running. */
import { DateTime } from 'luxon';
import type { LockHolder } from '../../ports.ts';
import { plain } from '../format/escape.ts';
import { OUTCOMES } from '../format/words.ts';
import type { NamedRef, Outcome } from '../model.ts';
import { statesOf } from './open.ts';
import type { Reconciled } from './reconcile.ts';
import type { KnownApply } from './unfinished.ts';

/** An instant as it is shown in a sentence: `2026-11-20 12:00:05 UTC`. */
export const instantWords = (at: number): string =>
  `${DateTime.fromMillis(at, { zone: 'utc' }).toFormat('yyyy-MM-dd HH:mm:ss')} UTC`;

/** Who changes the org now, since when, and what to do. */
export function heldWords(org: NamedRef, { who, apply, since }: LockHolder): string {
  const what = `${who.slice(0, 1).toUpperCase()}${who.slice(1)} has been changing ${plain(org.name)} since ${instantWords(since)} (${apply})`;
  return `${what}. Only one push at a time changes an org, so nothing was sent. Wait until it has ended, or stop it there, then try again.`;
}

/** `The push 20261120-120000-3f9a1c … was cut off: 3 of its 5 changes are done, 1 is in doubt, 1 was never sent.` */
export function cutOffWords({ applyId, story }: KnownApply): string {
  const { begin, at } = story;
  const states = statesOf(story);
  const count = (...kinds: readonly string[]): number => states.filter(({ kind }) => kinds.includes(kind)).length;
  const done = states.filter((state) => state.kind === 'told' && state.fact.outcome === 'done').length;
  const open = count('open');
  const never = count('neverSent');
  const parts = [
    `${done} of its ${states.length === 1 ? '1 change' : `${states.length} changes`} ${done === 1 ? 'is' : 'are'} known to be done`,
    ...(open === 0 ? [] : [`${open} may or may not be done`]),
    ...(never === 0 ? [] : [`${never} ${never === 1 ? 'was' : 'were'} never sent`]),
  ];
  const where = `${plain(begin.org.name)} (${plain(begin.environment)})`;
  return `The push ${applyId} to ${where}, begun at ${instantWords(at)}, was cut off: ${parts.join(', ')}.`;
}

/** `What became of the push …: 4 done, 1 failed, 2 not attempted.` */
export const foundWords = ({ applyId, outcomes }: Reconciled): string =>
  `What became of the push ${applyId}: ${outcomeWords(outcomes) || 'nothing was sent'}.`;

/** `4 done, 1 failed`: only what there is; empty where there is nothing. */
export const outcomeWords = (all: readonly { readonly outcome: Outcome }[]): string =>
  OUTCOMES.flatMap((outcome) => {
    const count = all.filter((one) => one.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${outcome}`];
  }).join(', ');
