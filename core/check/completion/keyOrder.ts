/** Which keys come first where several are possible: needed ones, then those that people mostly write. */
import type { GenesysProject } from '../../contract/generated/files.ts';
import { isQueryKind, type FileKind, type SchemaPath } from '../../contract/schema.ts';

/** By file kind and place; a place that is not here has the order of its schema. */
const first: Readonly<Record<string, readonly string[]>> = {
  'query ': ['kind', 'interval', 'metrics', 'groupBy', 'granularity', 'where', 'output', 'timeZone', 'order'],
  'query where': ['queue', 'agent', 'division', 'wrapUpCode', 'mediaType', 'direction', 'originatingDirection'],
};

const rare: Readonly<Record<string, readonly string[]>> = {
  'WrapUpCatalog ': ['naming'],
  'WrapUpCatalog codes.*': ['mandatory', 'outbound', 'formerly'],
  'GenesysProject environments.*': ['names', 'events', 'metadata'],
  'SurveyRules ': ['overwrite'],
  'query ': ['aggregations', 'alternateTimeDimension', 'queryType', 'flattenMultivaluedDimensions'],
};

/** Keys that are real and of no use in a file. */
const unwanted: Readonly<Record<string, readonly string[]>> = { 'query ': ['paging'] };

/** Lower comes first; undefined for what is not offered. */
export function rankOf(
  kind: FileKind,
  path: SchemaPath,
  { key, required }: { readonly key: string; readonly required: boolean },
  project: GenesysProject | undefined,
): number | undefined {
  const place = placeOf(kind, path);
  if (unwanted[place]?.includes(key) === true) return undefined;
  if (required) return 0;
  if (isAsked(kind, path, key, project)) return 1;
  const known = first[place] ?? [];
  const at = known.indexOf(key);
  if (at !== -1) return 2 + at;
  return 2 + known.length + (rare[place]?.includes(key) === true ? 1 : 0);
}

/** True for a field that `policy.require` asks of every code. */
export function isAsked(kind: FileKind, path: SchemaPath, key: string, project: GenesysProject | undefined): boolean {
  const isCode = kind === 'WrapUpCatalog' && path.length === 2 && path[0] === 'codes';
  return isCode && project?.policy?.require?.some((field) => field === key) === true;
}

function placeOf(kind: FileKind, path: SchemaPath): string {
  const steps = path.map((step, index) => (typeof step === 'number' || isFree(kind, path, index) ? '*' : step));
  return `${isQueryKind(kind) ? 'query' : kind} ${steps.join('.')}`;
}

function isFree(kind: FileKind, path: SchemaPath, index: number): boolean {
  return kind === 'GenesysProject' && index === 1 && path[0] === 'environments';
}
