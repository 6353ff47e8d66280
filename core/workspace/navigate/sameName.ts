/** When two texts are one name. */
import { normaliseName } from '../../contract/names.ts';
import type { NameKind, Occurrence, Target } from './model.ts';

/** Names of codes, queues and divisions are compared as people mean them, the others to the letter, as checks and queries do. */
const loose: ReadonlySet<NameKind> = new Set(['name', 'queue', 'division']);

export function sameText(kind: NameKind, a: string, b: string): boolean {
  return a === b || (loose.has(kind) && normaliseName(a) === normaliseName(b));
}

/** True where an occurrence is a name of the target. A subcategory whose category nobody says may be any of its name. */
export function means(target: Target, { kind, text, category }: Occurrence): boolean {
  if (kind !== target.kind || !sameText(kind, text, target.text)) return false;
  return category === undefined || target.category === undefined || category === target.category;
}

export function targetOf({ kind, text, category }: Occurrence): Target {
  return { kind, text, ...(category === undefined ? {} : { category }) };
}
