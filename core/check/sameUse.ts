/** Other entries that use the same text. */
import { invisibleCharacters } from '../contract/invisible.ts';
import { normaliseName } from '../contract/names.ts';
import { textsOf } from '../text/walk.ts';
import { field, type CodeEntry } from './entry.ts';
import type { Use, UseIndex } from './indexes.ts';

/** Uses looked at for one entry: thousands of equal names must not make the check slow. */
const enough = 50;

/** Another entry's use of exactly this text, in an environment that both go to. */
export function sameText(index: UseIndex, entry: CodeEntry, text: string): Use | undefined {
  return others(index, entry, text).find((use) => use.text === text);
}

/** Another entry's use that differs in case, spaces, Unicode form or invisible characters only; nothing where one is the very same. */
export function twin(index: UseIndex, entry: CodeEntry, text: string): Use | undefined {
  return sameText(index, entry, text) === undefined ? others(index, entry, text)[0] : undefined;
}

function others(index: UseIndex, entry: CodeEntry, text: string): readonly Use[] {
  const uses = (index.get(normaliseName(text)) ?? []).slice(0, enough);
  return uses.filter((use) => use.entry !== entry && use.entry.kind === 'code' && meet(entry, use.entry));
}

/** Two codes meet unless both name their environments and none is shared. */
function meet(a: CodeEntry, b: CodeEntry): boolean {
  const [own, other] = [field(a, 'environments'), field(b, 'environments')];
  if (own === undefined || other === undefined) return true;
  const shared = new Set(textsOf(own).map(({ value }) => value));
  return shared.size === 0 || textsOf(other).some(({ value }) => shared.has(value));
}

/** How two texts with one normal form differ, in words. */
export function differenceOf(a: string, b: string): string {
  const hidden = [...invisibleCharacters(a.slice(0, 1000)), ...invisibleCharacters(b.slice(0, 1000))].map(
    ({ name, codePoint }) => `${name}, ${codePoint}`,
  );
  if (hidden.length > 0) return `a character that cannot be seen (${[...new Set(hidden)].join('; ')})`;
  const [x, y] = [a.normalize('NFC'), b.normalize('NFC')];
  if (x === y) return 'the Unicode form of a letter';
  const [spacesX, spacesY] = [x, y].map((text) => text.replace(/\s+/gu, ' ').trim());
  if (spacesX === spacesY) return 'spaces';
  return (spacesX ?? '').toLowerCase() === x.toLowerCase() && (spacesY ?? '').toLowerCase() === y.toLowerCase()
    ? 'capital letters'
    : 'capital letters and spaces';
}
