/** Fields that the org has and the published models do not. Who sends them back keeps them, who leaves them out clears them. */
import { modelNamed } from './facts.ts';
import { isAbsent, type JsonObject } from './json.ts';

/** What a body says of the fields that only the org knows. */
export function sentBack(body: JsonObject, others: JsonObject): JsonObject {
  const names = Object.keys(others).filter((name) => !isAbsent(body[name]));
  return Object.fromEntries(names.map((name) => [name, body[name]]));
}

/** The fields of an entity that its published model does not have. */
export function othersOf(modelName: string, entity: JsonObject): JsonObject {
  const model = modelNamed(modelName) ?? {};
  return Object.fromEntries(Object.entries(entity).filter(([name]) => model[name] === undefined));
}
