/** The name rules of wrap-up codes, as far as the switches say. */
import { badRequest, duplicateName, requiredFieldMissing } from './errors.ts';
import type { WrapupCode } from './org/model.ts';
import type { World } from './world.ts';

/** The name as it will be kept. Throws if it is empty or too long. */
export function keptName(world: World, name: string): string {
  const { nameSpaces, nameMaximum } = world.switches;
  const kept = nameSpaces === 'trimmed' ? name.trim() : name;
  if (kept.trim() === '') throw requiredFieldMissing('name');
  if (nameMaximum > 0 && kept.length > nameMaximum) throw badRequest([{ errorCode: 'bad.request', fieldName: 'name' }]);
  return kept;
}

/** Throws `duplicate.name` if another code has the name. Also codes that the client cannot see count. */
export function requireFreeName(world: World, name: string, divisionId: string, self?: WrapupCode): void {
  const { nameCase, nameScope, deletedName, duplicateStatus } = world.switches;
  const key = (text: string): string => (nameCase === 'ignored' ? text.toLowerCase() : text);
  // A PUT that keeps the name takes it from nobody.
  if (self && key(self.name) === key(name)) return;
  for (const code of world.org.codes.values()) {
    if (code.id === self?.id || key(code.name) !== key(name)) continue;
    if (code.deleted && deletedName === 'reusable') continue;
    if (nameScope === 'division' && code.divisionId !== divisionId) continue;
    throw duplicateName(Number(duplicateStatus), 'A wrapup code with this name already exists.');
  }
}
