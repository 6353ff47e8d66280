/** Other entries that use the same text. */
import { invisibleCharacters } from '../../contract/invisible.ts';
import { normaliseName } from '../../contract/names.ts';
import { textsOf } from '../../text/walk.ts';
import { field, type CodeEntry, type Entry } from '../entry.ts';
import { baseName } from '../home.ts';
import type { Use, UseIndex } from './indexes.ts';

/** Another entry's use of exactly this text, in an environment that both go to. */
export function sameText(index: UseIndex, entry: CodeEntry, text: string): Use | undefined {
  return others(index, entry, text).find((use) => use.text === text);
}

/** Another entry's use that differs in case, spaces, Unicode form or invisible characters only; nothing where one is the very same. */
export function twin(index: UseIndex, entry: CodeEntry, text: string): Use | undefined {
  const uses = others(index, entry, text);
  return uses.some((use) => use.text === text) ? undefined : uses[0];
}

const none: readonly Use[] = [];

function others(index: UseIndex, entry: CodeEntry, text: string): readonly Use[] {
  const uses = index.get(normaliseName(text));
  if (uses.length === 0 || (uses.length === 1 && uses[0]?.entry === entry)) return none;
  return uses.filter((use) => use.entry !== entry && use.entry.kind === 'code' && meet(entry, use.entry));
}

/** ` in b.wrapup.yaml` for what stands in another file than the entry. */
export function inFile(entry: Entry, { entry: other }: Use): string {
  return other.home.file === entry.home.file ? '' : ` in \`${baseName(other.home.file)}\``;
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
