/** The codes that survey rules name: by `code`, by name, or by a name from before. */
import { normaliseName } from '../../contract/names.ts';
import type { CatalogCode } from '../../query/model.ts';
import { NO_CODE } from '../../survey/index.ts';
import { codeIndex } from '../indexes/codeIndex.ts';

/** The code that a text names; a `code` goes before a name, and a name before one from before. */
export function codeNamed(catalogs: readonly CatalogCode[], text: string): CatalogCode | undefined {
  const index = codeIndex(catalogs);
  const name = normaliseName(text);
  return index.code.get(text)?.[0] ?? index.name.get(name)?.[0] ?? index.formerly.get(name)?.[0];
}

/**
 * Whether two texts name the same code; undefined where that is not known. `undefined` stands for no code. Without
 * the catalogs one may be the `code` and the other the name of the same.
 */
export function isSameCode(
  catalogs: readonly CatalogCode[] | undefined,
  one: string | undefined,
  other: string | undefined,
): boolean | undefined {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  const [first, second] = [codeNamed(catalogs ?? [], one), codeNamed(catalogs ?? [], other)];
  if (first !== undefined && second !== undefined) return first === second;
  return catalogs === undefined ? undefined : false;
}

/** What may stand where a code is named: the text of each code, `code` before name. */
export function codeText({ code, name }: CatalogCode): string {
  return code ?? name;
}

export function isNoCode(text: string): boolean {
  return text === NO_CODE;
}
