/** Single characters that are typed and deleted, in pairs: one edit makes a problem, the next mends it. */
import type { TextChange } from '#core/text/live/index.ts';
import type { Catalog } from './catalogs.ts';

export type EditKind = 'name' | 'description' | 'state' | 'endOfState';

export interface Edit {
  readonly line: number;
  /** Where the cursor is afterwards. */
  readonly character: number;
  readonly change: TextChange;
  /** False where it mends what the edit before it made. */
  readonly isMaking: boolean;
}

export interface Edits {
  /** The next edit; one that makes a problem is of one of these kinds. */
  next(kinds: readonly EditKind[]): Edit;
  /** An entry, another one each time and all over the file. */
  entry(): number;
}

/** One character that is put in or left out to make a problem. */
interface Mistake {
  readonly line: number;
  readonly character: number;
  readonly right: string;
  readonly wrong: string;
}

export function createEdits(catalog: Catalog): Edits {
  let count = 0;
  let made: Mistake | undefined;
  // The step shares no factor with the sizes.
  const entry = (): number => (count++ * 37) % catalog.entries;
  return {
    entry,
    next(kinds) {
      const isMaking = made === undefined;
      const mistake = made ?? mistakeIn(catalog, entry(), kinds[count % kinds.length] ?? 'state');
      made = isMaking ? mistake : undefined;
      return editOf(mistake, isMaking);
    },
  };
}

function editOf({ line, character, right, wrong }: Mistake, isMaking: boolean): Edit {
  const [before, text] = isMaking ? [right, wrong] : [wrong, right];
  const range = { start: { line, character }, end: { line, character: character + before.length } };
  return { line, character: character + text.length, change: { range, text }, isMaking };
}

function mistakeIn(catalog: Catalog, entry: number, kind: EditKind): Mistake {
  const { line, character, value } = catalog.field(entry, kind === 'endOfState' ? 'state' : kind);
  switch (kind) {
    case 'state':
      return { line, character: character + 3, right: '', wrong: 'x' };
    case 'endOfState':
      return { line, character: character + value.length - 1, right: value.slice(-1), wrong: '' };
    default:
      // A colon before a space makes a map of the text.
      return { line, character: character + value.indexOf(' ', 6), right: '', wrong: ':' };
  }
}
