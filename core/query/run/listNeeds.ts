/** Which lists of names the columns of a result take their cells from. */
import type { NamedKind } from '../model.ts';

export interface ListNeed {
  readonly columns: readonly string[];
  readonly kind: NamedKind;
  /** What a reader should know where the list could not be read. */
  readonly unread: string;
}

export const listNeeds: readonly ListNeed[] = [
  { columns: ['queue'], kind: 'queue', unread: 'The queues could not be read, so their ids are shown.' },
  {
    columns: ['agent'],
    kind: 'user',
    unread: 'The users could not be read: where the answer names no agent, the id is shown.',
  },
  { columns: ['division'], kind: 'division', unread: 'The divisions could not be read, so their ids are shown.' },
  {
    columns: ['wrapUpName', 'codeStatus', 'code', 'category', 'subcategory', 'tags'],
    kind: 'wrapUpCode',
    unread: 'The wrap-up codes could not be read, so their ids are shown and nothing from the catalogs.',
  },
  {
    columns: ['emptyReason'],
    kind: 'queue',
    unread: 'The queues could not be read, so no empty wrap-up says whether its queue needed one.',
  },
];
