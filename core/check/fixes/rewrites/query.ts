import { findWord } from '../../../contract/inventions.ts';
import { granularityWords } from '../../../contract/inventions/valueWords.ts';
import type { QueryKind } from '../../../query/model.ts';
import { replaceText } from '../../../text/edit.ts';
import { childOf, isText } from '../../../text/walk.ts';
import type { FixPlan } from '../../rule.ts';
import type { RewriteSite } from './site.ts';
import { renaming, replacing } from './values.ts';

/** The period that a text stands for: itself, or a word's. Empty for the whole interval; undefined where nobody knows. */
export function periodIn(text: string): string | undefined {
  if (/^P(?=.)(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?$/.test(text)) return text;
  return findWord(granularityWords, text)?.real;
}

/** What is no word for a period keeps its value: it is wrong under the right key, too, and says so there. */
export function toGranularity(site: RewriteSite): FixPlan | undefined {
  const { value } = site.pair;
  const period = isText(value) ? periodIn(value.value) : undefined;
  if (period === '' || (period === undefined && !isText(value))) return undefined;
  return period === undefined ? renaming(site, 'granularity') : replacing(site, 'granularity', period);
}

/** The query is right, and its `kind` is not. */
export function toKind({ entry }: RewriteSite, to: QueryKind): FixPlan | undefined {
  const kind = childOf(entry.map, 'kind');
  if (!isText(kind) || kind.alias === true || kind.value === to) return undefined;
  return { title: `Change the kind to \`${to}\``, edits: [replaceText(kind, to)] };
}
