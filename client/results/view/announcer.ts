/** What a screen reader is told besides what has the focus: rarely, and without interrupting. */
import { element, setText } from './dom.ts';
import type { ViewStatus } from './messages.ts';

/** While rows arrive, no sooner than this after the last word. */
const PAUSE_MS = 10_000;

export interface Announcer {
  readonly element: HTMLElement;
  say(sentence: string): void;
  /** Tells a new state at once, and progress now and then. */
  status(status: ViewStatus): void;
}

const WORDS = { running: 'Running', complete: 'Complete', partial: 'Partial result', failed: 'Failed' } as const;

export function createAnnouncer(): Announcer {
  const region = element('div', 'unseen', { role: 'status', 'aria-live': 'polite' });
  let told: { readonly state: ViewStatus['state']; readonly elapsedMs: number } | undefined;
  const say = (sentence: string) => setText(region, sentence);
  return {
    element: region,
    say,
    status({ state, elapsedMs, summary }) {
      const again = told?.state === state && elapsedMs - told.elapsedMs < PAUSE_MS && elapsedMs >= told.elapsedMs;
      if (again || (told?.state === state && state !== 'running')) return;
      told = { state, elapsedMs };
      say(`${WORDS[state]}. ${summary}`);
    },
  };
}
