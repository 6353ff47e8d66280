/**
 * Says of nearly all codes that they fit their schema, without making values of them. It says so only where it is
 * sure: what is rare or wrong is left to the validator.
 */
import { resolve, schemaAt, type JsonSchema } from '../contract/schema.ts';
import type { Node } from '../text/tree.ts';
import { isText, keyOf } from '../text/walk.ts';

type Test = (node: Node) => boolean;

interface Field {
  readonly test: Test;
  /** One bit for each field, to see whether it was there. */
  readonly bit: number;
}

let code: { readonly fields: ReadonlyMap<string, Field>; readonly required: number } | undefined;

/** True only where the validator finds nothing. */
export function isPlainCode(node: Node): boolean {
  if (node.kind !== 'map') return false;
  const { fields, required } = (code ??= readSchema());
  let seen = 0;
  for (const pair of node.pairs) {
    const field = fields.get(keyOf(pair));
    if (field === undefined || pair.value === undefined) return false;
    if ((seen & field.bit) !== 0 || !field.test(pair.value)) return false;
    seen |= field.bit;
  }
  return (seen & required) === required;
}

function readSchema(): NonNullable<typeof code> {
  const { properties = {}, required = [] } = schemaAt('WrapUpCatalog', ['codes', '*'])?.schema ?? {};
  const fields = new Map<string, Field>();
  let bits = 0;
  for (const [at, [key, schema]] of Object.entries(properties).entries()) {
    const test = testOf(resolve('WrapUpCatalog', schema));
    if (test !== undefined) fields.set(key, { test, bit: 1 << at });
    if (required.includes(key)) bits |= 1 << at;
  }
  return { fields, required: bits };
}

/** What says nothing about values. */
const silent = new Set(['title', 'description', 'markdownDescription', 'examples', 'default', 'enumDescriptions']);

/** Undefined for schemas that say more than these few things. */
function testOf(schema: JsonSchema): Test | undefined {
  const said = Object.entries(schema).filter(([keyword]) => !silent.has(keyword));
  const own = new Map<string, unknown>(said);
  const onlySays = (...keywords: readonly string[]): boolean => said.every(([keyword]) => keywords.includes(keyword));
  if (schema.type === 'string' && schema.enum !== undefined && onlySays('type', 'enum')) {
    const values = new Set<unknown>(schema.enum);
    return (node) => isText(node) && values.has(node.value);
  }
  if (schema.type === 'string' && onlySays('type', 'minLength')) {
    const least = own.get('minLength') ?? 0;
    return least === 0 ? isText : least === 1 ? isFilled : undefined;
  }
  if (schema.type === 'array' && schema.items !== undefined && onlySays('type', 'items', 'uniqueItems')) {
    const test = testOf(resolve('WrapUpCatalog', schema.items));
    return test && ((node) => node.kind === 'seq' && node.items.every(test) && areFew(node.items));
  }
  return undefined;
}

function isFilled(node: Node): boolean {
  return isText(node) && node.value !== '';
}

/** Texts of which no two are the same, and not many. */
function areFew(items: readonly Node[]): boolean {
  if (items.length > 20) return false;
  for (let at = 1; at < items.length; at++) {
    const item = items[at];
    for (let other = 0; other < at; other++) {
      const earlier = items[other];
      if (item?.kind === 'scalar' && earlier?.kind === 'scalar' && item.value === earlier.value) return false;
    }
  }
  return true;
}
