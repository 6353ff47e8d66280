/** Query parameters that several lists share. */
import { invalidValue } from './errors.ts';
import type { Call } from './exchange.ts';
import { parameterDefault, parameterValues } from './facts.ts';

/** A filter by a parameter that may be repeated, such as `id`; a test that passes all if it is absent. */
export function anyOf(call: Call, name: string): (value: string) => boolean {
  const asked = call.query.getAll(name).filter((value) => value !== '');
  return asked.length === 0 ? () => true : (value) => asked.includes(value);
}

/** A parameter with a published set of values; its published default if absent. */
export function choice(call: Call, name: string): string | undefined {
  const value = call.query.get(name) ?? parameterDefault(call.method, call.template, name);
  const allowed = parameterValues(call.method, call.template, name);
  if (value !== undefined && allowed && !allowed.includes(value)) throw invalidValue(name, value, 'string', allowed);
  return value;
}

/** Compares by code unit without case, then exactly, so that the order never depends on a locale. */
export function byText(left: string, right: string): number {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  if (a !== b) return a < b ? -1 : 1;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
