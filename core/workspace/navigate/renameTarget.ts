/** What a rename is about: one thing with a name, and the places that have it. */
import type { Found } from './definition.ts';
import type { Occurrence, Refusal, Target } from './model.ts';
import { refused } from './refused.ts';
import { means, targetOf } from './sameName.ts';

/** Of the names under the cursor, the one that there is: a text of a survey rule names a `code` before a name. */
export function targetAmong(found: readonly Occurrence[], all: readonly Found[]): Target | Refusal | undefined {
  const targets = found.map(targetOf);
  const target = targets.find((candidate) => isDeclared(candidate, all)) ?? targets[0];
  return target?.kind === 'subcategory' ? oneCategory(target, all) : target;
}

export function isDeclared(target: Target, all: readonly Found[]): boolean {
  return all.some(({ name }) => name.role === 'declaration' && means(target, name));
}

/** The places with the target's name. What names the `code` of a code is not the name of another. */
export function placesOf(target: Target, all: readonly Found[]): readonly Found[] {
  const namesCode = ({ text, either }: Occurrence): boolean =>
    target.kind === 'name' && either === true && isDeclared({ kind: 'code', text }, all);
  return all.filter(({ name }) => name.role !== 'earlier' && means(target, name) && !namesCode(name));
}

/** Categories may have subcategories of one name, and queries need not say of which category. */
function oneCategory(target: Target, all: readonly Found[]): Target | Refusal {
  const same = all.filter(({ name }) => means({ kind: 'subcategory', text: target.text }, name));
  const categories = [...new Set(same.flatMap(({ name }) => name.category ?? []))];
  const [first] = categories;
  if (categories.length < 2) return first === undefined ? target : { ...target, category: first };
  if (same.every(({ name }) => name.category !== undefined)) return target;
  const named = categories.map((category) => `\`${category}\``).join(', ');
  return refused(
    `Several categories have the subcategory \`${target.text}\` (${named}), and a query asks for it without its category. Say there which one is meant first.`,
  );
}
