/** What a place in a file may hold and what it means: all that hover and completion know about our formats. */
import { type FileKind, type JsonSchema, resolve, type SchemaPath, schemaAt } from './schema.ts';

export type ValueType = 'string' | 'boolean' | 'integer' | 'number' | 'array' | 'object' | 'null';

/** A key that a map may have. */
export interface KeyFacts {
  readonly key: string;
  readonly required: boolean;
  /** Markdown. */
  readonly description: string;
  readonly types: readonly ValueType[];
}

/** A value that a place may have. */
export interface ValueFacts {
  readonly value: string | boolean;
  /** Markdown. Absent where the value says it all. */
  readonly description?: string;
  readonly isDefault: boolean;
}

/** The hover text of a place, in Markdown: what it is, what each value means, an example. Nothing for a place the format does not have. */
export function describe(kind: FileKind, path: SchemaPath): string | undefined {
  const schema = schemaAt(kind, path)?.schema;
  if (!schema) return undefined;
  const example = schema.examples?.[0];
  return [
    schema.description,
    valueLines(schema),
    example === undefined ? undefined : `Example: \`${flowText(example)}\``,
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

/** The keys a map may have, in the order people write them. Empty for lists, texts, and maps with free keys. */
export function allowedKeys(kind: FileKind, path: SchemaPath): readonly KeyFacts[] {
  const schema = schemaAt(kind, path)?.schema;
  return Object.entries(schema?.properties ?? {}).map(([key, property]) => {
    const resolved = resolve(kind, property);
    return {
      key,
      required: schema?.required?.includes(key) ?? false,
      description: resolved.description ?? '',
      types: typesOf(resolved),
    };
  });
}

/** The keys a map must have. */
export function requiredKeys(kind: FileKind, path: SchemaPath): readonly string[] {
  return schemaAt(kind, path)?.schema.required ?? [];
}

/** True where people choose the keys themselves: queues, categories, environments. */
export function hasFreeKeys(kind: FileKind, path: SchemaPath): boolean {
  return typeof schemaAt(kind, path)?.schema.additionalProperties === 'object';
}

/** True where the parent is not complete without this. */
export function isRequired(kind: FileKind, path: SchemaPath): boolean {
  return path.length > 0 && (schemaAt(kind, path)?.required ?? false);
}

/** The fixed values of a place: an enum, a constant, or true and false. Empty where anything of the type will do. */
export function allowedValues(kind: FileKind, path: SchemaPath): readonly ValueFacts[] {
  const schema = schemaAt(kind, path)?.schema;
  return schema ? valuesOf(schema) : [];
}

/** The types a place may have; empty for a place the format does not have. */
export function allowedTypes(kind: FileKind, path: SchemaPath): readonly ValueType[] {
  const schema = schemaAt(kind, path)?.schema;
  return schema ? typesOf(schema) : [];
}

/** Examples from the schema, as values. */
export function examplesOf(kind: FileKind, path: SchemaPath): readonly unknown[] {
  return schemaAt(kind, path)?.schema.examples ?? [];
}

function typesOf({ type }: JsonSchema): readonly ValueType[] {
  const names = typeof type === 'string' ? [type] : (type ?? []);
  return names.filter((name): name is ValueType =>
    ['string', 'boolean', 'integer', 'number', 'array', 'object', 'null'].includes(name),
  );
}

function valuesOf(schema: JsonSchema): readonly ValueFacts[] {
  const fixed = schema.enum ?? constants(schema);
  const values = fixed.length === 0 && schema.type === 'boolean' ? [true, false] : fixed;
  return values
    .filter((value) => typeof value === 'string' || typeof value === 'boolean')
    .map((value, index) => {
      const facts = { value, isDefault: value === schema.default };
      const description = schema.enumDescriptions?.[index];
      return description === undefined ? facts : Object.assign(facts, { description });
    });
}

/** A constant of the schema itself, or of the text that may stand in place of a list (`outbound: default`). */
function constants({ const: own, then }: JsonSchema): readonly unknown[] {
  return [own, then?.const].filter((value) => value !== undefined);
}

/** Short lists only: the hover of a region would be longer than a screen. */
function valueLines(schema: JsonSchema): string | undefined {
  const values = valuesOf(schema).filter(({ description }) => description !== undefined);
  if (values.length === 0 || values.length > 10) return undefined;
  return values.map(({ value, description }) => `- \`${value}\`: ${description}`).join('\n');
}

function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  return typeof value === 'string' ? (value === '*' ? '"*"' : value) : JSON.stringify(value);
}
