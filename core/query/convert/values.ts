/** From what was read in a program to the values of a query. */
import { findInventedKey } from '../../contract/inventions.ts';
import type { Json, JsonObject } from '../model.ts';
import { isComputed, isMap, type Literal } from './literal.ts';

export interface Values {
  readonly query: JsonObject;
  /** One sentence for each thing that only the program knows. */
  readonly notes: readonly string[];
}

/** What a program computes: a place to fill in, and for the time an interval that is easy to change. */
export function valuesOf(map: ReadonlyMap<string, Literal>, text: string): Values {
  const notes = new Set<string>();
  const entries = [...map].flatMap(([key, value]): [string, Json][] => {
    if (!isComputed(value) || isTime(key))
      return isTime(key) && hasComputed(value) ? [] : [[key, jsonOf(value, notes)]];
    notes.add(`Left out \`${key}\`: its value \`${short(value.computed)}\` is only known to the program.`);
    return [];
  });
  const lost = [...map].find(([key, value]) => isTime(key) && hasComputed(value))?.[0];
  if (lost === undefined) return { query: Object.fromEntries(entries), notes: [...notes] };
  const interval = meantInterval(text) ?? 'last 7 days';
  const times = entries.filter(([key]) => !isTime(key));
  const note = `The program computes \`${lost}\`, so \`interval: ${interval}\` stands here. Change it to what is meant.`;
  return { query: Object.fromEntries([['interval', interval], ...times]), notes: [note, ...notes] };
}

function isTime(key: string): boolean {
  return key === 'interval' || findInventedKey('details', key)?.rewrite.kind === 'toInterval';
}

function hasComputed(value: Literal): boolean {
  if (isComputed(value)) return true;
  if (isMap(value)) return [...value.values()].some(hasComputed);
  return Array.isArray(value) && value.some(hasComputed);
}

function jsonOf(value: Literal, notes: Set<string>): Json {
  if (isComputed(value)) {
    const name = short(value.computed);
    notes.add(`Only the program knows \`${name}\`: write the value in place of \`<${name}>\`.`);
    return `<${name}>`;
  }
  if (isMap(value)) return Object.fromEntries([...value].map(([key, child]) => [key, jsonOf(child, notes)]));
  if (typeof value === 'object' && value !== null) return value.map((item) => jsonOf(item, notes));
  return value;
}

/** `timedelta(hours=24)`, also with a number that has a name. */
function meantInterval(text: string): string | undefined {
  const [, unit, amount = ''] = /timedelta\(\s*(hours|days|minutes)\s*=\s*(\w+)/.exec(text) ?? [];
  const named = /^\d+$/.test(amount)
    ? amount
    : new RegExp(`\\b${amount}\\b\\s*(?::[^=\\n]*)?=\\s*(\\d+)`).exec(text)?.[1];
  const count = Number(named);
  if (unit === undefined || amount === '' || !Number.isInteger(count) || count <= 0) return undefined;
  return `last ${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}

function short(source: string): string {
  const line = source.replaceAll(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
