/** Reads the JSON that the control port is sent, and says in a plain sentence what is wrong with it. */
import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/** What was sent cannot be used. The message is for whoever sent it. */
export class BadRequest extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadRequest';
  }
}

/** The fields of one object. Each is read by its name; `end` refuses those that nobody asked for. */
export interface Fields {
  has(name: string): boolean;
  text(name: string): string;
  optionalText(name: string): string | undefined;
  oneOf<Value extends string>(name: string, values: readonly Value[]): Value;
  wholeNumber(name: string, lowest: number, highest: number): number;
  object(name: string): JsonObject;
  /** The value as it is; undefined where there is none. */
  any(name: string): Json | undefined;
  end(): void;
}

export function fieldsOf(value: unknown, what: string): Fields {
  if (!isJsonObject(value)) throw new BadRequest(`${what} is a JSON object.`);
  const unread = new Set(Object.keys(value));
  const take = (name: string): Json | undefined => {
    unread.delete(name);
    return value[name];
  };
  const fields: Fields = {
    has: (name) => value[name] !== undefined,
    text(name) {
      const found = take(name);
      if (typeof found !== 'string') throw new BadRequest(`${what} needs "${name}", a text.`);
      return found;
    },
    optionalText: (name) => (fields.has(name) ? fields.text(name) : undefined),
    oneOf(name, values) {
      const found = take(name);
      const known = values.find((one) => one === found);
      if (known === undefined) throw new BadRequest(`${what} needs "${name}", one of ${values.join(', ')}.`);
      return known;
    },
    wholeNumber(name, lowest, highest) {
      const found = take(name);
      if (typeof found === 'number' && Number.isInteger(found) && found >= lowest && found <= highest) return found;
      throw new BadRequest(`${what} needs "${name}", a whole number from ${lowest} to ${highest}.`);
    },
    object(name) {
      const found = take(name);
      if (!isJsonObject(found)) throw new BadRequest(`${what} needs "${name}", a JSON object.`);
      return found;
    },
    any: take,
    end() {
      const [first] = unread;
      if (first !== undefined) throw new BadRequest(`${what} has no field "${first}".`);
    },
  };
  return fields;
}
