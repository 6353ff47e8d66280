/** The published models of the two requests, with every enum. */
import aggregatesFile from '#schemas/api/enums/conversations.aggregates.query.json' with { type: 'json' };
import detailsFile from '#schemas/api/enums/conversations.details.query.json' with { type: 'json' };
import type { Model } from '../facts.ts';
import type { ModelsByName } from '../validate.ts';

const details: Readonly<Record<string, Model>> = detailsFile.models;
const aggregates: Readonly<Record<string, Model>> = aggregatesFile.models;

export const detailsModels: ModelsByName = (name) => details[name];
export const aggregatesModels: ModelsByName = (name) => aggregates[name];

/** The published values of one field; none if the field has no fixed set. */
export function publishedValues(models: ModelsByName, model: string, field: string): readonly string[] {
  return models(model)?.[field]?.enum ?? [];
}
