/** Looks into the body of a query, whose shape was checked when it was compiled. */
import type { Json, JsonObject } from '../../model.ts';

export const textsAt = (body: JsonObject, key: string): readonly string[] =>
  listAt(body, key).filter((item) => typeof item === 'string');

export const objectsAt = (body: JsonObject, key: string): readonly JsonObject[] => listAt(body, key).filter(isObject);

export const textAt = (body: JsonObject, key: string): string | undefined => {
  const value = body[key];
  return typeof value === 'string' ? value : undefined;
};

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function listAt(body: JsonObject, key: string): readonly Json[] {
  const value = body[key];
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
