/** What is missing, in a sentence. */
import type { MissingPermission } from './model.ts';

/** `Creating codes in the division Support needs routing:wrapupCode:add; these credentials have it only in Home.` */
export function findingText(action: string, finding: Omit<MissingPermission, 'text'>): string {
  const { permissions, require, heldIn, certainty } = finding;
  const names = permissions.join(require === 'ANY' ? ' or ' : ' and ');
  const it = permissions.length === 1 ? 'it' : require === 'ANY' ? 'any of them' : 'them';
  const end = certainty === 'missing' ? '' : '; whether that is enough is not known';
  return `${action}${placeWords(finding)} needs ${names}; these credentials ${heldWords(it, heldIn, certainty)}${end}.`;
}

function heldWords(it: string, heldIn: readonly string[], certainty: MissingPermission['certainty']): string {
  if (heldIn.length > 0) return `have ${it} only in ${listed(heldIn)}`;
  return certainty === 'missing'
    ? `do not have ${it}`
    : `have ${it} under a condition or in a division that is not told`;
}

function placeWords({ division }: Pick<MissingPermission, 'division'>): string {
  if (division === undefined) return '';
  return division.id === '*' ? ' of all divisions' : ` in the division ${division.name ?? division.id}`;
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
