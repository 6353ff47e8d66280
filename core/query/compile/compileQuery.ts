/** One query of a file to the call that it means. */
import { plainWords } from '../../text/plainWords.ts';
import type { JsonObject, QueryFile } from '../model.ts';
import { isZoneless, resolveInterval } from './interval.ts';
import { mapOf } from './json.ts';
import { pathOf, takesTimeZone } from './kinds.ts';
import type { CompileContext, CompileProblem, CompileResult } from './model.ts';
import { outputPlan } from './output.ts';
import { timeZoneFor } from './timeZone.ts';
import { compileWhere } from './where.ts';

/** Keys that are never sent. */
const ours = new Set(['kind', 'where', 'output']);

/**
 * Never throws and asks nobody: the same file and context give the same call. Keys of the API's own body stay as they
 * are, so a body with nothing of ours in it compiles to itself.
 */
export function compileQuery(file: QueryFile, context: CompileContext): CompileResult {
  const written = mapOf(file.value);
  const hasTimeZone = takesTimeZone[file.kind];
  const timeZone = timeZoneFor(file.value, context.project);
  const resolved = resolveInterval(file.value.interval, { now: context.now, timeZone });
  const where = compileWhere(file.kind, mapOf(written.where), written, context);
  const problems: readonly CompileProblem[] = [
    ...(resolved.ok ? [] : [{ message: resolved.problem.message, path: [resolved.problem.about] }]),
    ...where.problems,
  ];
  if (!resolved.ok || problems.length > 0) return { ok: false, problems: problems.map(inPlainWords) };
  const sent = Object.entries(written).filter(([key]) => !ours.has(key) && (key !== 'timeZone' || hasTimeZone));
  const body: JsonObject = {
    ...Object.fromEntries(sent),
    interval: resolved.interval.sent,
    ...(hasTimeZone ? zoneOf(file, context) : {}),
    ...where.filters,
  };
  return {
    ok: true,
    query: {
      kind: file.kind,
      method: 'POST',
      path: pathOf(file.kind),
      body,
      interval: resolved.interval,
      timeZone,
      output: outputPlan(file),
      missing: where.missing.map(inPlainWords),
      ...(where.nothing === undefined ? {} : { nothing: plainWords(where.nothing) }),
      ...(where.notes.length === 0 ? {} : { notes: where.notes.map(plainWords) }),
    },
  };
}

const inPlainWords = <T extends { readonly message: string }>(told: T): T => ({
  ...told,
  message: plainWords(told.message),
});

/**
 * The project's zone is sent where it was used to read the interval: `granularity: P1D` then divides the same days.
 * A body with offsets in its interval is left as it is.
 */
function zoneOf({ value }: QueryFile, { project }: CompileContext): JsonObject {
  if ('timeZone' in value || project?.timeZone === undefined || isZoneless(value.interval)) return {};
  return { timeZone: project.timeZone };
}
