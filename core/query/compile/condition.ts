/** One key of `where` as predicates of the API, of which one must hold. */
import { parseDuration } from '../../contract/afterCallWork.ts';
import { isTime } from '../metrics.ts';
import type { Json, JsonObject } from '../model.ts';
import { isMap, listOf } from './json.ts';
import type { CompileContext, CompileProblem } from './model.ts';
import { idsOf } from './orgIds.ts';
import { together, type Resolved } from './resolved.ts';
import type { WhereKey } from './whereKeys.ts';
import { codeIds, selectedIds } from './wrapUpCodes.ts';

/** A condition never has an empty list: where nothing can match, a predicate stands in it that nothing fulfils. */
export interface Condition extends Omit<Resolved, 'values'> {
  readonly predicates: readonly JsonObject[];
}

export type ConditionResult = Condition | { readonly problem: CompileProblem };

type Path = CompileProblem['path'];

/** `written` fits the schema, so it is a value, a list, or a map. */
export function conditionOf(key: WhereKey, written: Json, path: Path, context: CompileContext): ConditionResult {
  const subject = { type: key.type, [key.type]: key.field };
  const operator = written === 'exists' ? 'exists' : written === 'missing' ? 'notExists' : undefined;
  if (operator !== undefined) return { predicates: [{ ...subject, operator }] };
  if (isMap(written)) {
    if (Object.keys(written).length === 0)
      return { problem: { path, message: `Say what \`${path.at(-1)}\` must be.` } };
    if (key.named === undefined) return rangeCondition(key, subject, written, path);
    return valueCondition(subject, selectedIds(selectorOf(written), context));
  }
  if (key.type === 'metric') {
    const message = `Write a range here, for example \`{ gte: ${isDuration(key) ? '5m' : '1'} }\`, or \`exists\` or \`missing\`.`;
    return { problem: { path, message } };
  }
  const values = (Array.isArray(written) ? written : [written]).map(String);
  if (values.length === 0) return valueCondition(subject, emptyList(path));
  return valueCondition(subject, together(values.map((value) => resolved(key, value, context))));
}

function resolved({ named }: WhereKey, value: string, context: CompileContext): Resolved {
  if (named === undefined) return { values: [value] };
  return named === 'wrapUpCode' ? codeIds(value, context) : idsOf(named, value, context);
}

function emptyList(path: Path): Resolved {
  const nothing = `The list of \`${path.join('.')}\` is empty, so nothing could match and nothing is sent.`;
  return { values: ['<no value>'], nothing };
}

function valueCondition(subject: JsonObject, { values, ...rest }: Resolved): Condition {
  return { ...rest, predicates: values.map((value) => ({ ...subject, operator: 'matches', value })) };
}

/** Durations become milliseconds, which is what the API counts in. */
function rangeCondition(key: WhereKey, subject: JsonObject, written: JsonObject, path: Path): ConditionResult {
  const range: Record<string, number> = {};
  for (const [bound, limit] of Object.entries(written)) {
    const number = numberOf(key, limit);
    if (number === undefined) {
      const message = isDuration(key)
        ? `${JSON.stringify(limit)} is no duration. Write \`90s\`, \`5m\`, \`1h\`, or a number of milliseconds.`
        : `${JSON.stringify(limit)} is no number, and \`${key.field}\` counts without a unit.`;
      return { problem: { path: [...path, bound], message } };
    }
    range[bound] = number;
  }
  return { predicates: [{ ...subject, operator: 'matches', range }] };
}

function numberOf(key: WhereKey, limit: Json): number | undefined {
  if (typeof limit === 'number') return limit;
  if (typeof limit !== 'string') return undefined;
  if (/^-?\d+(?:\.\d+)?$/.test(limit.trim())) return Number(limit);
  return isDuration(key) ? parseDuration(limit) : undefined;
}

function isDuration({ type, field }: WhereKey): boolean {
  return type === 'metric' && isTime(field);
}

function selectorOf(map: JsonObject): Record<string, string | string[]> {
  const texts = Object.entries(map).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : listOf(value).map(String),
  ]);
  return Object.fromEntries(texts);
}
