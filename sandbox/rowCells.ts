/** The cells of a data table's row, checked against the table's schema. */
import type { Refusal } from './errors.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** The columns of a table and their types; a string column `key` is among them (published). */
export function columnsOf(schema: JsonObject): ReadonlyMap<string, JsonObject> {
  const properties = schema['properties'];
  if (!isJsonObject(properties)) return new Map();
  return new Map(
    Object.entries(properties).flatMap(([name, property]) => (isJsonObject(property) ? [[name, property]] : [])),
  );
}

/**
 * The cells of a body. `refuse` makes the error: for what is no object, an unknown column, a value of another type, no
 * key. null counts as absent (inferred).
 */
export function cellsIn(body: unknown, schema: JsonObject, refuse: (fieldName?: string) => Refusal): JsonObject {
  if (!isJsonObject(body)) throw refuse();
  const columns = columnsOf(schema);
  const cells = Object.entries(body).filter(([, value]) => value !== null);
  for (const [name, value] of cells) {
    const column = columns.get(name);
    if (!column || !hasColumnType(column['type'], value)) throw refuse(name);
  }
  const key = body['key'];
  if (typeof key !== 'string' || key === '') throw refuse('key');
  return Object.fromEntries(cells);
}

/** The row with all columns of the table: those that it was written without get their default, or their type's. */
export function filledCells(cells: JsonObject, schema: JsonObject): JsonObject {
  const missing = [...columnsOf(schema)]
    .filter(([name]) => cells[name] === undefined)
    .map(([name, column]) => [name, column['default'] ?? emptyOf(column['type'])] as const);
  return { ...cells, ...Object.fromEntries(missing) };
}

/** Published: a column is a boolean, a string, an integer or a number. */
function hasColumnType(type: Json | undefined, value: Json | undefined): boolean {
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'number') return typeof value === 'number';
  return type === 'string' ? typeof value === 'string' : type === 'boolean' && typeof value === 'boolean';
}

function emptyOf(type: Json | undefined): Json {
  if (type === 'boolean') return false;
  return type === 'string' ? '' : 0;
}
