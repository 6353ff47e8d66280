/** Whether an event meets a trigger's criterion. */
import { isJsonObject, type JsonObject, textIn } from '../json.ts';

/** Only plain paths are known, such as `mediaType` and `$.participant.queueId`. Undefined where there is nothing. */
export function valueAt(event: unknown, path: string): unknown {
  const steps = path.replace(/^\$\.?/, '').split('.');
  return steps.reduce<unknown>((value, step) => (isJsonObject(value) ? value[step] : undefined), event);
}

type Test = (found: unknown, value: unknown, values: readonly unknown[]) => boolean;

/** The operators are published, what they mean exactly is inferred. */
const tests: Readonly<Record<string, Test>> = {
  Equal: (found, value) => found === value,
  NotEqual: (found, value) => found !== value,
  GreaterThan: (found, value) => compare(found, value, (difference) => difference > 0),
  GreaterThanOrEqual: (found, value) => compare(found, value, (difference) => difference >= 0),
  LessThan: (found, value) => compare(found, value, (difference) => difference < 0),
  LessThanOrEqual: (found, value) => compare(found, value, (difference) => difference <= 0),
  In: (found, _value, values) => values.includes(found),
  NotIn: (found, _value, values) => !values.includes(found),
  Contains: (found, value) => (Array.isArray(found) ? found.includes(value) : String(found).includes(String(value))),
  All: (found, _value, values) => Array.isArray(found) && values.every((one) => found.includes(one)),
  Exists: (found, value) => (found !== undefined) === (value !== false),
  Size: (found, value) => Array.isArray(found) && found.length === value,
};

export function meets(criterion: JsonObject, event: unknown): boolean {
  const { value, values } = criterion;
  const found = valueAt(event, textIn(criterion, 'jsonPath'));
  return tests[textIn(criterion, 'operator')]?.(found, value, Array.isArray(values) ? values : []) ?? false;
}

function compare(found: unknown, value: unknown, holds: (difference: number) => boolean): boolean {
  return typeof found === 'number' && typeof value === 'number' && holds(found - value);
}
