/** Why something cannot have another name: what else has it, or that nobody knows what is meant. */
import { childOf } from '../../text/walk.ts';
import type { Found } from './definition.ts';
import type { NameKind, Occurrence, Target } from './model.ts';
import { placesOf } from './renameTarget.ts';
import { means, sameText } from './sameName.ts';
import { normaliseName } from '../../contract/names.ts';

export const kindWords: Readonly<Record<NameKind, string>> = {
  name: 'name of a code',
  code: '`code`',
  category: 'category',
  subcategory: 'subcategory',
  tag: 'tag',
  queue: 'queue',
  division: 'division',
  environment: 'environment',
};

/** A sentence; undefined where nothing is in the way. */
export function obstacleTo(target: Target, newName: string, all: readonly Found[]): string | undefined {
  return unclear(target, all) ?? taken(target, newName, all) ?? mistaken(target, newName, all);
}

/** Things that are given in one place: without it, nobody knows whether they are there. */
const declared: ReadonlySet<NameKind> = new Set(['name', 'code', 'environment']);

function unclear(target: Target, all: readonly Found[]): string | undefined {
  const { kind, text } = target;
  const given = placesOf(target, all).filter(({ name }) => name.role === 'declaration');
  if (given.length === 0 && declared.has(kind)) {
    if (all.some(({ name }) => name.role === 'earlier' && means(target, name)))
      return `\`${text}\` is an earlier name of a code. Write its present name here first.`;
    return kind === 'environment'
      ? `\`genesys.yaml\` has no environment \`${text}\`. Add it there first, or write another one here.`
      : `No catalog of this project has a code with the name or the \`code\` \`${text}\`. Add it to a catalog first, or write another one here.`;
  }
  const isCode = kind === 'name' || kind === 'code';
  if (isCode && given.length > 1 && !given.every(({ name }) => childOf(name.entry, 'environments') !== undefined))
    return `Several codes have the ${kind === 'name' ? 'name' : '`code`'} \`${text}\`, so nobody knows which of them the other files mean. Change one of them by hand.`;
  return undefined;
}

/** Queries and survey rules may have the new name already: they only wait for it. */
function taken(target: Target, newName: string, all: readonly Found[]): string | undefined {
  const own = new Set(placesOf(target, all).map(({ name }) => name.entry));
  const other = all.find(({ name }) => isTaken(target, newName, name, own));
  if (other === undefined) return undefined;
  if (other.name.role === 'earlier')
    return `Another code was formerly \`${other.name.text}\`. Choose another name, or remove it from its \`formerly\`.`;
  const word = target.kind === 'name' ? 'code' : kindWords[target.kind];
  return `There is another ${word} \`${other.name.text}\`. Choose another name.`;
}

function isTaken(target: Target, newName: string, name: Occurrence, own: ReadonlySet<unknown>): boolean {
  if (name.kind !== target.kind || name.role === 'reference' || means(target, name)) return false;
  if (name.role === 'earlier' && own.has(name.entry)) return false;
  if (target.kind === 'subcategory' && name.category !== target.category) return false;
  const alike = target.kind === 'code' && normaliseName(name.text) === normaliseName(newName);
  return alike || sameText(target.kind, name.text, newName);
}

/** A survey rule takes the name of one code for the `code` of another. */
function mistaken({ kind, text }: Target, newName: string, all: readonly Found[]): string | undefined {
  const otherKind = kind === 'name' ? 'code' : kind === 'code' ? 'name' : undefined;
  if (otherKind === undefined) return undefined;
  const own = new Set(placesOf({ kind, text }, all).map(({ name }) => name.entry));
  const others = all.some(
    ({ name }) =>
      name.role === 'declaration' && !own.has(name.entry) && means({ kind: otherKind, text: newName }, name),
  );
  const isAsked = all.some(
    ({ name }) => name.either === true && (sameText(kind, name.text, newName) || sameText(kind, name.text, text)),
  );
  return others && isAsked
    ? `Another code has the ${otherKind === 'name' ? 'name' : '`code`'} \`${newName}\`, and survey rules could not tell the two apart. Choose another name.`
    : undefined;
}
