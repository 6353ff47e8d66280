/** When two texts are one name. */
import { normaliseName } from '../../contract/names.ts';
import type { NameKind, Occurrence, Target } from './model.ts';

/** Names of codes, queues and divisions are compared as people mean them, the others to the letter, as checks and queries do. */
const loose: ReadonlySet<NameKind> = new Set(['name', 'queue', 'division']);

/** The form in which names of a kind are compared. */
export function keyOfName(kind: NameKind, text: string): string {
  return loose.has(kind) ? nameKey(text) : text;
}

/** `normaliseName`, which most texts need not go through. */
export function nameKey(text: string): string {
  return /^[!-~]+(?: [!-~]+)*$/.test(text) ? text.toLowerCase() : normaliseName(text);
}

export function sameText(kind: NameKind, a: string, b: string): boolean {
  return a === b || keyOfName(kind, a) === keyOfName(kind, b);
}

/** True where an occurrence is a name of the target. A subcategory whose category nobody says may be any of its name. */
export function means(target: Target, { kind, key, category }: Occurrence): boolean {
  if (kind !== target.kind || key !== keyOfName(kind, target.text)) return false;
  return category === undefined || target.category === undefined || category === target.category;
}

export function targetOf({ kind, text, category }: Occurrence): Target {
  return { kind, text, ...(category === undefined ? {} : { category }) };
}
