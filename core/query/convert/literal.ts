/**
 * Reads a literal as it stands in JSON, JavaScript or Python: either quotes, `True` and `None`, keys without quotes,
 * commas at the end, comments, and calls with named arguments. What only a running program would know stays unknown.
 */
import { newScanner, type Scanner } from './scanner.ts';

/** What a program computes: the text that does it. */
export interface Computed {
  readonly computed: string;
}

export type Literal = string | number | boolean | null | Computed | readonly Literal[] | ReadonlyMap<string, Literal>;

export interface ReadLiteral {
  readonly value: Literal;
  /** The offset behind it. */
  readonly end: number;
  /** The name of the class or function whose arguments it is. */
  readonly call?: string;
}

export function isComputed(value: Literal | undefined): value is Computed {
  return typeof value === 'object' && value !== null && 'computed' in value;
}

export function isMap(value: Literal | undefined): value is ReadonlyMap<string, Literal> {
  return value instanceof Map;
}

const words: ReadonlyMap<string, Literal> = new Map<string, Literal>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['null', null],
  ['None', null],
  ['undefined', null],
]);

/** The literal that begins at `start`; `names` are those whose value is known. Undefined where there is none. */
export function readLiteral(
  text: string,
  start: number,
  names: ReadonlyMap<string, Literal> = new Map(),
): ReadLiteral | undefined {
  const scanner = newScanner(text, start);
  const call = /^(?:new\s+)?([A-Za-z_][\w.]*)\s*\(/.exec(text.slice(start, start + 200))?.[1];
  const value = readValue(scanner, names, 0);
  return value === undefined ? undefined : { value, end: scanner.at(), ...(call === undefined ? {} : { call }) };
}

/** Deeper than anybody writes a query. */
const maxDepth = 60;

function readValue(scanner: Scanner, names: ReadonlyMap<string, Literal>, depth: number): Literal | undefined {
  if (depth > maxDepth) return undefined;
  scanner.skip();
  const start = scanner.at();
  const value = readPrimary(scanner, names, depth);
  if (value === undefined) return undefined;
  // Whatever follows but a comma or a bracket makes it an expression.
  scanner.skipLine();
  if (scanner.isEndOfValue()) return value;
  return { computed: scanner.takeExpression(start) };
}

function readPrimary(scanner: Scanner, names: ReadonlyMap<string, Literal>, depth: number): Literal | undefined {
  if (scanner.take('{')) return readMap(scanner, names, depth);
  if (scanner.take('[')) return readList(scanner, names, depth, ']');
  if (scanner.take('(')) return readList(scanner, names, depth, ')');
  const string = scanner.takeString();
  if (string !== undefined) return string.computed ? { computed: string.source } : string.value;
  const number = scanner.takeMatch(/[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y);
  if (number !== undefined) return Number(number.replaceAll('_', ''));
  const name = scanner.takeMatch(/(?:new\s+)?[A-Za-z_$][\w$.]*/y);
  if (name === undefined) return undefined;
  scanner.skipLine();
  if (scanner.take('(')) return readArguments(scanner, names, depth, name);
  return words.get(name) ?? (words.has(name) ? null : (names.get(name) ?? { computed: name }));
}

function readList(
  scanner: Scanner,
  names: ReadonlyMap<string, Literal>,
  depth: number,
  close: string,
): Literal | undefined {
  const items: Literal[] = [];
  for (;;) {
    scanner.skip();
    if (scanner.take(close)) return items;
    const item = readValue(scanner, names, depth + 1);
    if (item === undefined) return undefined;
    items.push(item);
    scanner.skip();
    if (scanner.take(',')) continue;
    return scanner.take(close) ? items : undefined;
  }
}

function readMap(scanner: Scanner, names: ReadonlyMap<string, Literal>, depth: number): Literal | undefined {
  const map = new Map<string, Literal>();
  for (;;) {
    scanner.skip();
    if (scanner.take('}')) return map;
    const spread = scanner.takeMatch(/\.\.\.|\*\*/y);
    const key = spread ?? scanner.takeString()?.value ?? scanner.takeMatch(/[A-Za-z_$][\w$]*|\d+/y);
    if (key === undefined) return undefined;
    scanner.skip();
    const hasValue = spread !== undefined || scanner.take(':');
    const value = hasValue ? readValue(scanner, names, depth + 1) : (names.get(key) ?? { computed: key });
    if (value === undefined) return undefined;
    if (spread === undefined) map.set(key, value);
    else if (isMap(value)) for (const [name, own] of value) map.set(name, own);
    scanner.skip();
    if (scanner.take(',')) continue;
    return scanner.take('}') ? map : undefined;
  }
}

/** `dict(a=1)` and `ConversationQuery(interval="…")` are maps, `json.dumps({…})` is its argument, and all else is computed. */
function readArguments(
  scanner: Scanner,
  names: ReadonlyMap<string, Literal>,
  depth: number,
  name: string,
): Literal | undefined {
  const start = scanner.at();
  const map = new Map<string, Literal>();
  const others: Literal[] = [];
  for (;;) {
    scanner.skip();
    if (scanner.take(')')) break;
    const key = scanner.takeMatch(/[A-Za-z_]\w*(?=\s*=(?!=))/y);
    if (key !== undefined) {
      scanner.skip();
      scanner.take('=');
    }
    const value = readValue(scanner, names, depth + 1);
    if (value === undefined) return undefined;
    if (key === undefined) others.push(value);
    else map.set(key, value);
    scanner.skip();
    if (!scanner.take(',') && !scanner.isAt(')')) return undefined;
  }
  const [only] = others;
  if (map.size > 0 && others.length === 0) return map;
  if (others.length === 1 && (isMap(only) || Array.isArray(only)) && map.size === 0) return only;
  return { computed: `${name}(${scanner.between(start)}` };
}
