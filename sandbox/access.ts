/** Who may do what: permissions by endpoint, then divisions by entity. */
import { missingAnyPermissions, missingPermissions, resourceNotFound } from './errors.ts';
import type { Call } from './exchange.ts';
import { permissionsFor } from './facts.ts';
import { allDivisions } from './org/model.ts';
import type { Switches } from './switches.ts';
import type { Rights } from './tokens.ts';

/** Refuses a caller that lacks the endpoint's published permissions. */
export function requirePermissions(caller: Rights, method: string, template: string): void {
  const { require, list } = permissionsFor(method, template);
  const granted = caller.permissions;
  if (require === 'NO' || granted === 'all') return;
  const missing = list.filter((permission) => !granted.has(permission));
  if (require === 'ALL' && missing.length > 0) throw missingPermissions(missing);
  if (require === 'ANY' && missing.length === list.length) {
    throw list.length > 1 ? missingAnyPermissions(list) : missingPermissions(list);
  }
}

/** Lists leave out, without a word, what lies in other divisions (inferred). */
export function canSee(caller: Rights, divisionId: string): boolean {
  return divisionId === allDivisions || caller.divisions === 'all' || caller.divisions.has(divisionId);
}

/** An entity of all divisions can be changed only by a caller with all divisions (inferred). */
export function canChange(caller: Rights, divisionId: string): boolean {
  return caller.divisions === 'all' || caller.divisions.has(divisionId);
}

export function requireView(call: Call, divisionId: string, switches: Switches): void {
  if (!canSee(call.caller, divisionId)) throw foreign(call, switches);
}

export function requireChange(call: Call, divisionId: string, switches: Switches): void {
  requireView(call, divisionId, switches);
  if (!canChange(call.caller, divisionId)) throw missingPermissions(permissionsFor(call.method, call.template).list);
}

function foreign(call: Call, switches: Switches): Error {
  if (switches.foreignDivision === '404') return resourceNotFound();
  return missingPermissions(permissionsFor(call.method, call.template).list);
}
