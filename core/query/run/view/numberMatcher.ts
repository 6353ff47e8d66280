import { valueText } from '../display/index.ts';
import type { ColumnType } from '../model.ts';
import { fold } from './foldBlock.ts';
import { instantMatcher } from './instantMatcher.ts';

/** Characters that numbers and durations are made of. A search for any other finds none. */
const NUMBER = /^[-+.\de]*$/;
const DURATION = /^[-\dhms ]*$/;

/** Remembering an answer is faster than making the text again; a result of averages has no value twice. */
const MOST_REMEMBERED = 50_000;

type Matcher = (value: number) => boolean;

/** Tells of each number whether its shown text contains the text; undefined where none can. `text` is in lower case. */
export function numberMatcher(type: ColumnType, text: string, timeZone: string): Matcher | undefined {
  if (type === 'instant') return instantMatcher(text, timeZone);
  if (!(type === 'duration' ? DURATION : NUMBER).test(text)) return undefined;
  const matches: Matcher = (value) => fold(valueText(value, type, timeZone)).includes(text);
  if (type !== 'duration') return remembering(matches, (value) => value);
  // From a second on, what is shown of a duration is its seconds.
  return remembering(matches, (ms) => (ms < 1000 ? ms : 1000 * Math.round(Math.round(ms) / 1000)));
}

/** @param standsFor another value with the same text */
function remembering(matches: Matcher, standsFor: (value: number) => number): Matcher {
  const remembered = new Map<number, boolean>();
  return (value) => {
    const key = standsFor(value);
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const found = matches(value);
    if (remembered.size < MOST_REMEMBERED) remembered.set(key, found);
    return found;
  };
}
