import type { JsonObject } from '../model.ts';

export function isMapOfJson(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
