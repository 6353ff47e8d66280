/** The table of dimensions against the published models. */
import { expect, test } from 'vitest';
import aggregatesFile from '#schemas/api/enums/conversations.aggregates.query.json' with { type: 'json' };
import detailsFile from '#schemas/api/enums/conversations.details.query.json' with { type: 'json' };
import modelsFile from '#schemas/api/models.json' with { type: 'json' };
import { dimensionPlaces } from '#sandbox/analytics/dimensions.ts';

const models: Readonly<Record<string, Readonly<Record<string, { readonly type: string }>>>> = modelsFile.models;
const roots: Readonly<Record<string, string>> = {
  conversation: 'AnalyticsConversationWithoutAttributes',
  participant: 'AnalyticsParticipantWithoutAttributes',
  session: 'AnalyticsSession',
  segment: 'AnalyticsConversationSegment',
};

const details = detailsFile.models;
const published = new Set<string>([
  ...details.ConversationDetailQueryPredicate.dimension.enum,
  ...details.SegmentDetailQueryPredicate.dimension.enum,
  ...aggregatesFile.models.ConversationAggregateQueryPredicate.dimension.enum,
]);

test('each place is a field of the published answer', () => {
  for (const [dimension, place] of Object.entries(dimensionPlaces)) {
    const [level = '', ...fields] = place.split('.');
    let model = roots[level] ?? '';
    for (const field of fields) {
      const type = models[model]?.[field]?.type;
      expect([dimension, place, typeof type]).toEqual([dimension, place, 'string']);
      model = (type ?? '').replace(/^array<(.+)>$/, '$1');
    }
    expect([place, models[model]]).toEqual([place, undefined]);
  }
});

test('each dimension is published, and ten published ones have no field', () => {
  const places = new Set(Object.keys(dimensionPlaces));
  expect([...places].filter((dimension) => !published.has(dimension))).toEqual([]);
  expect([...published].filter((dimension) => !places.has(dimension)).toSorted()).toEqual([
    'activeRouting',
    'canonicalExternalContactId',
    'convertedFrom',
    'convertedTo',
    'externalMediaCount',
    'firstQueue',
    'interactionType',
    'routingPriority',
    'stationId',
    'videoPresent',
  ]);
});

test.each([
  ['AnalyticsSurvey', details.SurveyDetailQueryPredicate],
  ['AnalyticsEvaluation', details.EvaluationDetailQueryPredicate],
  ['AnalyticsResolution', { ...details.ResolutionDetailQueryPredicate, dimension: { enum: [] } }],
] as const)('the names of %s are its fields', (model, { dimension, metric }) => {
  const fields = Object.keys(models[model] ?? {});
  expect([...dimension.enum, ...metric.enum].filter((name) => !fields.includes(name))).toEqual([]);
});
