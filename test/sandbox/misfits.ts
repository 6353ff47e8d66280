/** Compares JSON with the published models. */
import models from '#schemas/api/models.json' with { type: 'json' };

interface Field {
  readonly type: string;
  readonly required: boolean;
  readonly enum?: readonly string[] | undefined;
}
const published: Readonly<Record<string, Readonly<Record<string, Field>>>> = models.models;

const jsonTypes: Readonly<Record<string, string>> = {
  string: 'string',
  'date-time': 'string',
  boolean: 'boolean',
  integer: 'number',
  'integer(int64)': 'number',
  number: 'number',
};

/** The places where `value` is not what the model `name` says. */
export function misfits(name: string, value: unknown, path = name): readonly string[] {
  const model = published[name];
  if (!model || typeof value !== 'object' || value === null) return [];
  const missing = Object.entries(model).flatMap(([key, field]) =>
    field.required && !(key in value) ? [`${path}.${key} missing`] : [],
  );
  const wrong = Object.entries(value).flatMap(([key, inner]) => {
    const field = model[key];
    return field ? fieldMisfits(field, inner, `${path}.${key}`) : [`${path}.${key} unknown`];
  });
  return [...missing, ...wrong];
}

function fieldMisfits(field: Field, value: unknown, path: string): readonly string[] {
  if (field.type === 'any') return [];
  const element = /^array<(.+)>$/.exec(field.type)?.[1];
  if (element !== undefined) {
    if (!Array.isArray(value)) return [`${path} is no array`];
    return value.flatMap((one: unknown, index) => fieldMisfits({ ...field, type: element }, one, `${path}[${index}]`));
  }
  if (field.enum) return field.enum.includes(String(value)) ? [] : [`${path} is ${String(value)}`];
  const expected = jsonTypes[field.type] ?? 'object';
  return typeof value === expected ? misfits(field.type, value, path) : [`${path} is ${typeof value}`];
}
