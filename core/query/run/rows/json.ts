/** Looks into the body of a query, whose shape was checked when it was compiled. */
import { isMap, listOf } from '../../compile/json.ts';
import type { JsonObject } from '../../model.ts';

export const textsAt = (body: JsonObject, key: string): readonly string[] =>
  listOf(body[key]).filter((item) => typeof item === 'string');

export const objectsAt = (body: JsonObject, key: string): readonly JsonObject[] => listOf(body[key]).filter(isMap);

export const textAt = (body: JsonObject, key: string): string | undefined => {
  const value = body[key];
  return typeof value === 'string' ? value : undefined;
};
