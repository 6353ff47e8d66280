/** The days that were asked for lately, so that the pages of one query do not make the same day again and again. */
import type { Conversation } from '../model.ts';
import type { DraftConversation } from './draft.ts';
import { settledAt, visibleAt } from './visibleAt.ts';

/**
 * So many conversations are kept, give or take a day: 35 days of three times the default volume. Each takes about 5 KB.
 */
const mostKept = 40_000;

interface Entry {
  readonly start: number;
  readonly settledAt: number;
  /** Gone when the conversation is settled. */
  draft?: DraftConversation | undefined;
  settled?: Conversation;
}

export interface Days {
  /** Those of one UTC day that start in [from, to), as they look at `now`. */
  seen(day: number, from: number, to: number, now: number): readonly Conversation[];
}

export function createDays(generateDay: (day: number) => readonly DraftConversation[], most: number = mostKept): Days {
  // In the order of their last use.
  const days = new Map<number, readonly Entry[]>();
  let [kept, latest] = [0, Number.NEGATIVE_INFINITY];

  const entriesOf = (day: number): readonly Entry[] => {
    const known = days.get(day);
    const entries =
      known ?? generateDay(day).map((draft) => ({ start: draft.start, settledAt: settledAt(draft), draft }));
    if (known) days.delete(day);
    else kept += entries.length;
    days.set(day, entries);
    for (const [oldest, { length }] of days) {
      if (kept <= most || oldest === day) break;
      days.delete(oldest);
      kept -= length;
    }
    return entries;
  };

  return {
    seen(day, from, to, now) {
      // What is settled has no draft any more, so a clock that goes back starts afresh.
      if (now < latest) {
        days.clear();
        kept = 0;
      }
      latest = now;
      const found: Conversation[] = [];
      for (const entry of entriesOf(day)) {
        if (entry.start < from || entry.start >= to) continue;
        const conversation = look(entry, now);
        if (conversation) found.push(conversation);
      }
      return found;
    },
  };
}

function look(entry: Entry, now: number): Conversation | undefined {
  if (entry.settled || !entry.draft) return entry.settled;
  const conversation = visibleAt(entry.draft, now);
  if (entry.settledAt <= now) {
    entry.settled = conversation;
    entry.draft = undefined;
  }
  return conversation;
}
