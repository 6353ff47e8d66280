/** Checks a body against its published model: required fields, types, enums. */
import { badRequest, invalidValue, requiredFieldMissing } from './errors.ts';
import { type Model, type ModelField, modelNamed } from './facts.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import type { Switches } from './switches.ts';

/** Finds a published model by its name; undefined where the facts do not hold it. */
export type ModelsByName = (name: string) => Model | undefined;

interface Rules {
  readonly modelNamed: ModelsByName;
  readonly unknownFields: Switches['unknownFields'];
}

/**
 * The body as an object of `modelName`, or a refusal. Read-only fields are neither checked nor used, null counts as
 * absent (inferred). Fields without a published model of their own are checked for their JSON type only. A field that
 * `present`, the entity that is replaced, has already is known to the org, whatever the models say.
 */
export function checkedBody(
  modelName: string,
  body: unknown,
  switches: Switches,
  models: ModelsByName = modelNamed,
  present: JsonObject = {},
): JsonObject {
  if (!isJsonObject(body)) throw badRequest();
  checkObject(modelName, body, '', { modelNamed: models, unknownFields: switches.unknownFields }, present);
  return body;
}

function checkObject(modelName: string, body: JsonObject, prefix: string, rules: Rules, present: JsonObject): void {
  const model = rules.modelNamed(modelName);
  if (!model) return;
  for (const [name, field] of Object.entries(model)) {
    const value = body[name];
    if (value === undefined || value === null) {
      if (field.required) throw requiredFieldMissing(prefix + name);
      continue;
    }
    if (!field.readOnly) checkValue(field, value, prefix + name, rules, present[name]);
  }
  if (rules.unknownFields === 'ignored') return;
  const strange = Object.keys(body).find((name) => model[name] === undefined && !Object.hasOwn(present, name));
  if (strange !== undefined) throw badRequest([{ errorCode: 'bad.request', fieldName: prefix + strange }]);
}

function checkValue(field: ModelField, value: unknown, name: string, rules: Rules, present?: Json): void {
  if (!hasType(field.type, value)) throw badRequest([{ errorCode: 'bad.request', fieldName: name }]);
  const element = /^array<(.+)>$/.exec(field.type)?.[1];
  if (element !== undefined && Array.isArray(value)) {
    const elementField = { ...field, type: element };
    value.forEach((one: unknown, index) => checkValue(elementField, one, `${name}[${index}]`, rules));
    return;
  }
  if (field.enum && typeof value === 'string' && !field.enum.includes(value)) {
    throw invalidValue(name, value, field.type, field.enum);
  }
  if (field.required && typeof value === 'string' && value.trim() === '') throw requiredFieldMissing(name);
  if (isJsonObject(value)) checkObject(field.type, value, `${name}.`, rules, isJsonObject(present) ? present : {});
}

function hasType(type: string, value: unknown): boolean {
  if (type === 'any') return true;
  if (type === 'string' || type === 'enum' || type.startsWith('date')) return typeof value === 'string';
  if (type === 'boolean') return typeof value === 'boolean';
  if (type.startsWith('integer')) return Number.isSafeInteger(value);
  if (type.startsWith('number')) return typeof value === 'number';
  if (type.startsWith('array')) return Array.isArray(value);
  return isJsonObject(value);
}

/** The `name` of a body that was checked against a model which requires it. */
export function nameIn(body: JsonObject): string {
  const name = body['name'];
  return typeof name === 'string' ? name : '';
}
