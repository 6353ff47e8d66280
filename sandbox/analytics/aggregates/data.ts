/** Walks the conversations once and keeps, by group and part of the interval, what the query needs. */
import type { Switches } from '../../switches.ts';
import { isWithin } from '../predicate.ts';
import type { Conversation, SessionMetric } from '../model.ts';
import type { CheckedAggregates } from './check.ts';
import { type Group, groupsOf, type SessionContext, sessionTest } from './groups.ts';
import type { View } from './model.ts';
import { partIndex } from './parts.ts';
import { neededMetrics, targetOf, type Targets } from './serviceLevel.ts';
import { type Summary, withValue } from './summary.ts';

/** One group in one part of the interval. */
export interface Cell {
  readonly metrics: Map<string, Summary>;
  readonly views: Map<string, Summary>;
  /** The service level targets of the queues whose answered conversations are in it. */
  readonly targets: Set<number>;
}

export interface GroupData {
  readonly group: Group;
  /** By index of the part. */
  readonly cells: Map<number, Cell>;
}

export function collect(
  checked: CheckedAggregates,
  conversations: readonly Conversation[],
  targets: Targets,
  switches: Switches,
): readonly GroupData[] {
  const { query, span, parts } = checked;
  const wanted = neededMetrics(query);
  const groups = new Map<string, GroupData>();
  const matches = sessionTest(query.filter, switches);
  const findGroups = groupsOf(query, switches);
  const views = query.views ?? [];

  for (const context of sessions(conversations)) {
    const dated = context.session.metrics
      .filter((metric) => wanted.has(metric.name))
      .map((metric) => ({ metric, at: Date.parse(metric.emitDate) }))
      .filter(({ at }) => at >= span.from && at < span.to);
    for (const { metric, at } of dated) {
      if (!matches(context, metric.name)) continue;
      for (const group of findGroups(context, metric.name)) {
        const cell = cellOf(groupData(groups, group), partIndex(parts, at));
        add(cell, metric, views);
        const target = metric.name === 'tAnswered' ? targetOf(context.session, targets) : undefined;
        if (target !== undefined) cell.targets.add(target);
      }
    }
  }
  return [...groups.values()];
}

function* sessions(conversations: readonly Conversation[]): Generator<SessionContext> {
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
  const known = cells.get(index) ?? { metrics: new Map(), views: new Map(), targets: new Set() };
  cells.set(index, known);
  return known;
}
