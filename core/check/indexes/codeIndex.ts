/** Codes of the project's catalogs by what they are called. Built once for each list of them, and then looked up. */
import { normaliseName } from '../../contract/names.ts';
import type { CatalogCode } from '../../query/model.ts';

/** What a query can pick codes by. */
export type CodeKey = 'name' | 'code' | 'category' | 'subcategory' | 'tag';

export const codeKeys: readonly CodeKey[] = ['name', 'code', 'category', 'subcategory', 'tag'];

/** Names in their normal form; the others are compared as they are. */
export type CodeIndex = Readonly<Record<CodeKey | 'formerly', ReadonlyMap<string, readonly CatalogCode[]>>>;

const indexes = new WeakMap<readonly CatalogCode[], CodeIndex>();

export function codeIndex(catalogs: readonly CatalogCode[]): CodeIndex {
  const known = indexes.get(catalogs) ?? newIndex(catalogs);
  indexes.set(catalogs, known);
  return known;
}

/** The codes that a value of `{ category: … }` picks. */
export function codesBy(catalogs: readonly CatalogCode[], key: CodeKey, text: string): readonly CatalogCode[] {
  return codeIndex(catalogs)[key].get(key === 'name' ? normaliseName(text) : text) ?? [];
}

/** True where some code has the name, or had it once. */
export function isCodeName(catalogs: readonly CatalogCode[], name: string): boolean {
  const index = codeIndex(catalogs);
  const wanted = normaliseName(name);
  return index.name.has(wanted) || index.formerly.has(wanted);
}

function newIndex(catalogs: readonly CatalogCode[]): CodeIndex {
  const by = (textsOf: (code: CatalogCode) => readonly (string | undefined)[]): Map<string, CatalogCode[]> => {
    const found = new Map<string, CatalogCode[]>();
    for (const code of catalogs)
      for (const text of new Set(textsOf(code))) {
        if (text === undefined) continue;
        const same = found.get(text);
        if (same === undefined) found.set(text, [code]);
        else same.push(code);
      }
    return found;
  };
  return {
    name: by(({ name }) => [normaliseName(name)]),
    formerly: by(({ formerly }) => formerly.map(normaliseName)),
    code: by(({ code }) => [code]),
    category: by(({ category }) => [category]),
    subcategory: by(({ subcategory }) => [subcategory]),
    tag: by(({ tags }) => tags),
  };
}
