/** Walks the conversations once and keeps, by group and part of the interval, what the query needs. */
import { isoDate } from '../../clock.ts';
import type { Switches } from '../../switches.ts';
import type { Conversation, SessionMetric } from '../model.ts';
import { isWithin } from '../predicate.ts';
import type { CheckedAggregates } from './check.ts';
import { type Group, groupsOf } from './groups.ts';
import type { View } from './model.ts';
import { needsOf } from './needs.ts';
import { partIndex } from './parts.ts';
import { targetOf, type Targets } from './serviceLevel.ts';
import { carriesCode, type SessionSide, sessionTest } from './sessionSide.ts';
import { type Summary, withValue } from './summary.ts';

/** One group in one part of the interval. */
export interface Cell {
  readonly metrics: Map<string, Summary>;
  readonly views: Map<string, Summary>;
  /** The service level targets of the queues whose answered conversations are in it. */
  readonly targets: Set<number>;
  /** The ids of all that have a metric in it, where the query counts conversations. */
  readonly conversations: Set<string>;
}

export interface GroupData {
  readonly group: Group;
  /** By index of the part. */
  readonly cells: Map<number, Cell>;
}

export function collect(
  { query, span, parts }: CheckedAggregates,
  conversations: readonly Conversation[],
  targets: Targets,
  switches: Switches,
): readonly GroupData[] {
  const needs = needsOf(query);
  const groups = new Map<string, GroupData>();
  const matches = sessionTest(query.filter, switches);
  const findGroups = groupsOf(query, switches);
  const { views = [] } = query;
  // Dates in UTC with milliseconds compare as text, which is much faster than reading each.
  const [from, to] = [isoDate(span.from), isoDate(span.to)];

  const dataOf = (side: SessionSide): readonly GroupData[] =>
    matches(side) ? findGroups(side).map((group) => groupData(groups, group)) : [];

  for (const context of sessions(conversations)) {
    const { session, conversation } = context;
    const inInterval = session.metrics.filter(({ emitDate }) => emitDate >= from && emitDate < to);
    const found = new Map<boolean, readonly GroupData[]>();
    for (const metric of inInterval) {
      const isNeeded = needs.metrics.has(metric.name);
      if (!isNeeded && !needs.conversations) continue;
      const hasCode = carriesCode(metric.name, switches);
      const data = found.get(hasCode) ?? dataOf({ ...context, hasCode });
      found.set(hasCode, data);
      const part = partIndex(parts, Date.parse(metric.emitDate));
      const target = metric.name === 'tAnswered' ? targetOf(session, targets) : undefined;
      for (const one of data) {
        const cell = cellOf(one, part);
        if (needs.conversations) cell.conversations.add(conversation.conversationId);
        if (target !== undefined) cell.targets.add(target);
        if (isNeeded) add(cell, metric, views);
      }
    }
  }
  return [...groups.values()].filter(({ cells }) => cells.size > 0);
}

function* sessions(conversations: readonly Conversation[]): Generator<Omit<SessionSide, 'hasCode'>> {
  for (const conversation of conversations) {
    for (const participant of conversation.participants) {
      for (const session of participant.sessions) yield { conversation, participant, session };
    }
  }
}

function add(cell: Cell, { name, value }: SessionMetric, views: readonly View[]): void {
  cell.metrics.set(name, withValue(cell.metrics.get(name), value));
  for (const view of views) {
    if (view.target === name && isWithin(value, view.range ?? {})) {
      cell.views.set(view.name, withValue(cell.views.get(view.name), value));
    }
  }
}

function groupData(groups: Map<string, GroupData>, group: Group): GroupData {
  const key = JSON.stringify(group);
  const known = groups.get(key) ?? { group, cells: new Map<number, Cell>() };
  groups.set(key, known);
  return known;
}

function cellOf({ cells }: GroupData, index: number): Cell {
  const known = cells.get(index);
  if (known) return known;
  const cell: Cell = { metrics: new Map(), views: new Map(), targets: new Set(), conversations: new Set() };
  cells.set(index, cell);
  return cell;
}
