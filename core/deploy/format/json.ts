/** Plan and result as the data that CI reads. The field names are a contract. */
import type { ApplyResult, Change, Plan } from '../model.ts';
import { countOutcomes, isComplete } from './words.ts';

/**
 * `{org, environment, fingerprint, asOf, summary, missingPermissions, changes, notSelected, notes, excluded}`: `summary`
 * counts `changes`. `permissionsNotRead` says why nothing is known of permissions. The diff view is for editors and left
 * out.
 */
export function planJson(plan: Plan): Readonly<Record<string, unknown>> {
  const { org, environment, fingerprint, asOf, summary, permissions, changes, notSelected, notes, excluded } = plan;
  return {
    org,
    environment,
    fingerprint,
    asOf,
    summary,
    missingPermissions: permissions?.missing ?? [],
    ...(permissions?.notRead === undefined ? {} : { permissionsNotRead: permissions.notRead }),
    changes: changes.map(changeJson),
    notSelected: (notSelected ?? []).map(changeJson),
    notes,
    excluded: excluded ?? 0,
  };
}

/** The plan's fields, and for each change its outcome; `complete` is true only when everything was seen in the org. */
export function resultJson(result: ApplyResult): Readonly<Record<string, unknown>> {
  const { changes: _changes, ...plan } = planJson(result.plan);
  return {
    ...plan,
    complete: isComplete(result),
    outcomes: countOutcomes(result),
    ...(result.stopped === undefined ? {} : { stopped: result.stopped }),
    results: result.results.map(({ change, outcome, message, correlationId }) => ({
      outcome,
      ...(message === undefined ? {} : { message }),
      ...(correlationId === undefined ? {} : { correlationId }),
      change: changeJson(change),
    })),
  };
}

/** As text, two spaces deep, with a line end. */
export const formatPlanJson = (plan: Plan): string => `${JSON.stringify(planJson(plan), null, 2)}\n`;
export const formatResultJson = (result: ApplyResult): string => `${JSON.stringify(resultJson(result), null, 2)}\n`;

const changeJson = (change: Change): Readonly<Record<string, unknown>> => ({ ...change });
