/** What org and catalogs know of a wrap-up code, for rows of conversations and for groups of an aggregate. */
import { codeNameOf, codeStatusOf } from './codeStatus.ts';
import type { Look } from './look.ts';

export interface CodeFact {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  /** `code` is an id, or a string of the system. */
  readonly of: (code: string, look: Look) => readonly string[];
}

export const codeFacts: readonly CodeFact[] = [
  {
    key: 'wrapUpName',
    title: 'Wrap-up code',
    description: 'The name of the code; its id where the name is not known.',
    of: (code, look) => [codeNameOf(code, look) ?? code],
  },
  {
    key: 'codeStatus',
    title: 'Code status',
    description: '`active`, `deleted`, `system`, or `notVisible` to these credentials.',
    of: (code, look) => listed(codeStatusOf(code, look)),
  },
  {
    key: 'code',
    title: 'Catalog code',
    description: "The `code` of the catalog's entry with this name.",
    of: (code, look) => listed(entryOf(code, look)?.code),
  },
  {
    key: 'category',
    title: 'Category',
    description: "The category of the catalog's entry with this name.",
    of: (code, look) => listed(entryOf(code, look)?.category),
  },
  {
    key: 'subcategory',
    title: 'Subcategory',
    description: "The subcategory of the catalog's entry with this name.",
    of: (code, look) => listed(entryOf(code, look)?.subcategory),
  },
  {
    key: 'tags',
    title: 'Reporting tags',
    description: "The tags of the catalog's entry with this name: `cat:…`, `sub:…`, then its own.",
    of: (code, look) => entryOf(code, look)?.tags ?? [],
  },
];

const listed = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

/** Catalogs know codes by name. An earlier name will do: an old conversation's code may have been renamed since. */
function entryOf(code: string, look: Look) {
  const name = codeNameOf(code, look);
  return name === undefined ? undefined : look.catalog(name);
}
