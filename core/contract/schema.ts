/** The schemas of our file kinds as data to walk. Validation does not use this: see generated/validators.mjs. */
import conversationAggregates from '#schemas/queries/conversation-aggregates.schema.json' with { type: 'json' };
import conversationDetails from '#schemas/queries/conversation-details.schema.json' with { type: 'json' };
import project from '#schemas/genesys-project.schema.json' with { type: 'json' };
import survey from '#schemas/survey-rules.schema.json' with { type: 'json' };
import catalog from '#schemas/wrapup-catalog.schema.json' with { type: 'json' };
import type { FileKinds } from './generated/files.ts';

/** What `kind:` may say. */
export type FileKind = keyof FileKinds;

/** The part of JSON Schema that our schemas use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  /** The meaning of each value of `enum`, in its order. */
  readonly enumDescriptions?: readonly string[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly then?: JsonSchema;
}

interface RootSchema extends JsonSchema {
  readonly definitions: Readonly<Record<string, JsonSchema>>;
}

const schemas: Readonly<Record<FileKind, RootSchema>> = {
  WrapUpCatalog: catalog,
  GenesysProject: project,
  SurveyRules: survey,
  ConversationDetails: conversationDetails,
  ConversationAggregates: conversationAggregates,
};

/** The kinds of `*.query.yaml`, each for one published endpoint. */
export const queryKinds = ['ConversationDetails', 'ConversationAggregates'] as const satisfies readonly FileKind[];

export const fileKinds: readonly FileKind[] = ['WrapUpCatalog', 'GenesysProject', 'SurveyRules', ...queryKinds];

export function isQueryKind(kind: unknown): kind is (typeof queryKinds)[number] {
  return queryKinds.some((known) => known === kind);
}

export function isFileKind(kind: unknown): kind is FileKind {
  return fileKinds.some((known) => known === kind);
}

/**
 * A place in a file, from its root: keys, and for an entry of a list its index or `*`.
 * Below a map with free keys (queues, categories, environments) any key will do, `*` too.
 */
export type SchemaPath = readonly (string | number)[];

/** A schema, its parent's view of it, and whether the parent needs it. */
export interface Found {
  readonly schema: JsonSchema;
  readonly required: boolean;
}

/** The schema of a place, references resolved; nothing where the format has no such place. */
export function schemaAt(kind: FileKind, path: SchemaPath): Found | undefined {
  let found: Found | undefined = { schema: schemas[kind], required: true };
  for (const step of path) {
    if (!found) return undefined;
    found = child(kind, found.schema, step);
  }
  return found;
}

/** The schema that a reference means, or the schema itself. A description beside a reference wins: it knows the place. */
export function resolve(kind: FileKind, schema: JsonSchema): JsonSchema {
  const name = schema.$ref?.replace('#/definitions/', '');
  const meant = name === undefined ? undefined : schemas[kind].definitions[name];
  if (meant === undefined) return schema;
  return schema.description === undefined ? meant : { ...meant, description: schema.description };
}

function child(kind: FileKind, schema: JsonSchema, step: string | number): Found | undefined {
  if (schema.items && (typeof step === 'number' || step === '*'))
    return { schema: resolve(kind, schema.items), required: false };
  const key = String(step);
  const named = Object.hasOwn(schema.properties ?? {}, key) ? schema.properties?.[key] : undefined;
  if (named) return { schema: resolve(kind, named), required: schema.required?.includes(key) ?? false };
  const free = schema.additionalProperties;
  return typeof free === 'object' ? { schema: resolve(kind, free), required: false } : undefined;
}
