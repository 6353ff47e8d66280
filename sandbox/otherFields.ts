/** Fields that the org has and the published models do not. Whoever sends them back keeps them; whoever leaves them out, or loses them, clears them. */
import { modelNamed } from './facts.ts';
import { isJsonObject, type JsonObject } from './json.ts';

/** Splits a body: what the model speaks of, and the fields that only the org knows. */
export function splitBody(body: unknown, present: JsonObject): { readonly body: unknown; readonly others: JsonObject } {
  if (!isJsonObject(body)) return { body, others: {} };
  const known = new Set(Object.keys(present));
  const pick = (isOther: boolean): JsonObject =>
    Object.fromEntries(Object.entries(body).filter(([name]) => known.has(name) === isOther));
  return { body: pick(false), others: pick(true) };
}

/** The fields of an entity that its published model does not have. */
export function othersOf(modelName: string, entity: JsonObject): JsonObject {
  const model = modelNamed(modelName) ?? {};
  return Object.fromEntries(Object.entries(entity).filter(([name]) => model[name] === undefined));
}
