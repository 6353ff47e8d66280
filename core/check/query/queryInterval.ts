/** A query's interval as it will be sent. */
import { isTimeZone, resolveInterval, timeZoneFor, type IntervalResult } from '../../query/compile/index.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText, type TextNode } from '../../text/walk.ts';
import type { CheckContext } from '../indexes/indexes.ts';

export interface IntervalSite {
  readonly node: TextNode;
  /** IANA. */
  readonly timeZone: string;
  readonly result: IntervalResult;
}

/** Undefined where there is no interval, or where its time zone is none: that has a rule of its own. */
export function intervalOf(root: Node | undefined, context: CheckContext): IntervalSite | undefined {
  const node = childOf(root, 'interval');
  const timeZone = zoneOf(root, context);
  if (!isText(node) || node.value.trim() === '' || timeZone === undefined) return undefined;
  return { node, timeZone, result: resolveInterval(node.value, { now: context.now, timeZone }) };
}

/** The zone in which a query's words are read; undefined where the file names none that exists. */
export function zoneOf(root: Node | undefined, { project }: CheckContext): string | undefined {
  const own = childOf(root, 'timeZone');
  const zone = timeZoneFor(isText(own) ? { timeZone: own.value } : {}, project);
  return isTimeZone(zone) ? zone : undefined;
}
