/** One query of a file to the call that it means. */
import type { JsonObject, QueryFile } from '../model.ts';
import { resolveInterval } from './interval.ts';
import { endpoints } from './kinds.ts';
import type { CompileContext, CompileResult } from './model.ts';
import { outputPlan } from './output.ts';
import { timeZoneFor } from './timeZone.ts';

/** Never throws and asks nobody: the same file and context give the same call. */
export function compileQuery(file: QueryFile, context: CompileContext): CompileResult {
  const timeZone = timeZoneFor(file.value, context.project);
  const resolved = resolveInterval(file.value.interval, { now: context.now, timeZone });
  if (!resolved.ok) return { ok: false, problems: [{ message: resolved.problem.message, path: ['interval'] }] };
  const body: JsonObject = {};
  return {
    ok: true,
    query: {
      kind: file.kind,
      method: 'POST',
      path: endpoints[file.kind].path,
      body,
      interval: resolved.interval,
      timeZone,
      output: outputPlan(file),
      missing: [],
    },
  };
}
