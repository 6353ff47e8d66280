/** The parts of survey rules out of their YAML, one by one: a part that is wrong is left out and the others stay. */
import type { Node } from '../text/tree.ts';
import { childOf, isText, keyOf, textsOf } from '../text/walk.ts';
import { NO_CODE, type Bounds, type Condition, type Match, type SurveyField, type SurveyValue } from './model.ts';

const types = ['integer', 'number', 'string', 'boolean'] as const;

/** The fields whose type is known. */
export function fieldsIn(root: Node | undefined): ReadonlyMap<string, SurveyField> {
  const found = new Map<string, SurveyField>();
  const fields = childOf(root, 'fields');
  if (fields?.kind !== 'map') return found;
  for (const pair of fields.pairs) {
    const name = keyOf(pair);
    const field = fieldIn(name, pair.value);
    if (field !== undefined && !found.has(name)) found.set(name, field);
  }
  return found;
}

function fieldIn(name: string, node: Node | undefined): SurveyField | undefined {
  const written = childOf(node, 'type');
  const type = types.find((known) => isText(written) && written.value === known);
  if (type === undefined) return undefined;
  const [from, min, max, upper] = ['from', 'min', 'max', 'upper'].map((key) => valueOf(childOf(node, key)));
  const values = type === 'string' ? textsOf(childOf(node, 'values')).map(({ value }) => value) : [];
  const isNumber = type === 'integer' || type === 'number';
  return {
    type,
    from: typeof from === 'string' && from !== '' ? from : name,
    upper: type === 'string' && upper === true,
    ...(isNumber && typeof min === 'number' ? { min } : {}),
    ...(isNumber && typeof max === 'number' ? { max } : {}),
    ...(values.length === 0 ? {} : { values }),
  };
}

/** The condition that a `when` stands for; undefined where any of it is not as it should be. */
export function conditionIn(node: Node | undefined): Condition | undefined {
  if (node?.kind !== 'map' || node.pairs.length === 0) return undefined;
  const parts: Condition[] = [];
  for (const pair of node.pairs) {
    const key = keyOf(pair);
    const part = key === 'any' || key === 'all' ? listIn(key, pair.value) : comparisonIn(key, pair.value);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  const [only, ...others] = parts;
  return only !== undefined && others.length === 0 ? only : { kind: 'all', of: parts };
}

function listIn(kind: 'any' | 'all', node: Node | undefined): Condition | undefined {
  if (node?.kind !== 'seq' || node.items.length === 0) return undefined;
  const of = node.items.map(conditionIn).filter((condition) => condition !== undefined);
  return of.length === node.items.length ? { kind, of } : undefined;
}

function comparisonIn(field: string, node: Node | undefined): Condition | undefined {
  const match = matchIn(node);
  return match === undefined ? undefined : { kind: 'field', field, match };
}

/** What is asked of a value. The words `exists` and `missing` are values like any other in a list. */
export function matchIn(node: Node | undefined): Match | undefined {
  if (node?.kind === 'map') {
    const range = boundsIn(node);
    return range === undefined ? undefined : { kind: 'range', ...range };
  }
  if (node?.kind === 'seq') {
    const values = node.items.map(valueOf).filter((value) => value !== undefined);
    return values.length === 0 || values.length < node.items.length ? undefined : { kind: 'oneOf', values };
  }
  const value = valueOf(node);
  if (value === 'exists' || value === 'missing') return { kind: value };
  return value === undefined ? undefined : { kind: 'oneOf', values: [value] };
}

function boundsIn(node: Node): Bounds | undefined {
  if (node.kind !== 'map' || node.pairs.length === 0) return undefined;
  const bounds: { -readonly [Bound in keyof Bounds]: number } = {};
  for (const pair of node.pairs) {
    const key = (['lt', 'lte', 'gt', 'gte'] as const).find((bound) => bound === keyOf(pair));
    const value = valueOf(pair.value);
    if (key === undefined || typeof value !== 'number') return undefined;
    bounds[key] ??= value;
  }
  return bounds;
}

/** The response of a test; undefined where any of it is no plain value. */
export function responseIn(node: Node | undefined): ReadonlyMap<string, SurveyValue> | undefined {
  if (node?.kind !== 'map') return undefined;
  const response = new Map<string, SurveyValue>();
  for (const pair of node.pairs) {
    const value = valueOf(pair.value);
    if (value === undefined) return undefined;
    if (!response.has(keyOf(pair))) response.set(keyOf(pair), value);
  }
  return response;
}

/** The code that a text stands for, as it is written; undefined for `none` and where nothing is written. */
export function codeIn(node: Node | undefined): string | undefined {
  return isText(node) && node.value !== NO_CODE ? node.value : undefined;
}

export function valueOf(node: Node | undefined): SurveyValue | undefined {
  if (node?.kind !== 'scalar' || node.value === null || typeof node.value === 'bigint') return undefined;
  return typeof node.value === 'number' && !Number.isFinite(node.value) ? undefined : node.value;
}
