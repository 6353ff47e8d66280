/** Notes about names that a result has columns for, but that these credentials may not read. */
import type { OrgNames } from '../../model.ts';

interface Need {
  readonly columns: readonly string[];
  readonly list: keyof OrgNames;
  readonly note: string;
}

const needs: readonly Need[] = [
  { columns: ['queue'], list: 'queues', note: 'The queues could not be read, so their ids are shown.' },
  {
    columns: ['agent'],
    list: 'users',
    note: 'The users could not be read: where the answer names no agent, the id is shown.',
  },
  { columns: ['division'], list: 'divisions', note: 'The divisions could not be read, so their ids are shown.' },
  {
    columns: ['wrapUpName', 'codeStatus', 'code', 'category', 'subcategory', 'tags'],
    list: 'wrapUpCodes',
    note: 'The wrap-up codes could not be read, so their ids are shown and nothing from the catalogs.',
  },
  {
    columns: ['emptyReason'],
    list: 'queues',
    note: 'The queues could not be read, so no empty wrap-up says whether its queue needed one.',
  },
];

export const unreadNames = (columns: readonly string[], names: OrgNames): readonly string[] =>
  needs
    .filter((need) => names[need.list] === undefined && need.columns.some((key) => columns.includes(key)))
    .map(({ note }) => note);
