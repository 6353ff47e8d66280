/** What views must be. The rules are stated on an official page; how breaking one is answered is inferred. */
import { senseless } from '../refusals.ts';
import { aggregatesModels, publishedValues } from '../requestModels.ts';
import type { View } from './model.ts';

const maximumViews = 10;
const metrics = publishedValues(aggregatesModels, 'ConversationAggregationQuery', 'metrics');

export function requireViews(views: readonly View[]): void {
  if (views.length > maximumViews) throw senseless('views', `A query has at most ${maximumViews} views.`);
  const names = new Set<string>();
  views.forEach(({ name, target, range }, index) => {
    const path = `views[${index}]`;
    if (metrics.includes(name)) throw senseless(`${path}.name`, 'A view must not have the name of a metric.');
    if (names.has(name)) throw senseless(`${path}.name`, 'Two views must not have the same name.');
    names.add(name);
    if (!target.startsWith('t')) throw senseless(`${path}.target`, 'A rangeBound view is of a timer, a metric t….');
    if (range?.gte === undefined && range?.lt === undefined) {
      throw senseless(`${path}.range`, 'A rangeBound view needs gte or lt.');
    }
  });
}
