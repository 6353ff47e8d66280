/** Answers an aggregates query from its checked body. */
import { isoDate } from '../../clock.ts';
import type { JsonObject } from '../../json.ts';
import type { Rights } from '../../tokens.ts';
import type { World } from '../../world.ts';
import type { Span } from '../interval.ts';
import { canSeeConversation } from '../visible.ts';
import type { CheckedAggregates } from './check.ts';
import { type Cell, collect, type GroupData } from './data.ts';
import type { AggregatesQuery } from './model.ts';
import { conversationCount } from './needs.ts';
import { ranked } from './ranking.ts';
import { queueTargets, serviceLevelOf } from './serviceLevel.ts';
import { statsOf } from './summary.ts';

/**
 * A `ConversationAggregateQueryResponse`. A metric counts where its `emitDate` is in the interval, whenever its
 * conversation started. Groups, parts of the interval and metrics without data are not in the answer.
 */
export function answerAggregates(world: World, checked: CheckedAggregates, caller: Rights): JsonObject {
  const { conversations, org, switches } = world;
  const { query, span, parts } = checked;
  const started = conversations.startedBetween(conversations.span().from, span.to);
  const visible = started.filter((one) => canSeeConversation(caller, one));
  const groups = collect(checked, visible, queueTargets(org.queues), switches);
  const results = ranked(groups, query).flatMap((one) => rendered(one, query, parts));
  return results.length === 0 && switches.emptyLists === 'leftOut' ? {} : { results };
}

function rendered({ group, cells }: GroupData, query: AggregatesQuery, parts: readonly Span[]): readonly JsonObject[] {
  const data = [...cells]
    .toSorted(([left], [right]) => left - right)
    .flatMap(([index, cell]) => renderedCell(cell, query, parts[index]));
  return data.length === 0 ? [] : [{ group, data }];
}

/** Intervals are answered in UTC with milliseconds (inferred). */
function renderedCell(cell: Cell, query: AggregatesQuery, part: Span | undefined): readonly JsonObject[] {
  const metrics = [...new Set(query.metrics)].flatMap((metric) => renderedMetric(metric, cell));
  const views = (query.views ?? []).flatMap(({ name, target }) => {
    const summary = cell.views.get(name);
    return summary ? [{ name, stats: statsOf(target, summary) }] : [];
  });
  if (!part || (metrics.length === 0 && views.length === 0)) return [];
  const interval = `${isoDate(part.from)}/${isoDate(part.to)}`;
  return [{ interval, metrics, ...(views.length === 0 ? {} : { views }) }];
}

function renderedMetric(metric: string, cell: Cell): readonly JsonObject[] {
  const stats = renderedStats(metric, cell);
  return stats ? [{ metric, stats }] : [];
}

function renderedStats(metric: string, cell: Cell): JsonObject | undefined {
  if (metric === 'oServiceLevel') return serviceLevelOf(cell);
  // That a conversation counts where one of its metrics does is inferred.
  if (metric === conversationCount) return { count: cell.conversations.size };
  const summary = cell.metrics.get(metric);
  return summary && statsOf(metric, summary);
}
