/** Notes about names that a result shows, or drops rows by, but that these credentials may not read. */
import { entitiesOf } from '../../compile/orgIds.ts';
import type { OutputPlan } from '../../compile/model.ts';
import type { OrgNames } from '../../model.ts';
import { listNeeds } from '../listNeeds.ts';

/** `shown` are keys of columns; rows may be dropped by others. */
export function unreadNames(shown: readonly string[], { exclude }: OutputPlan, names: OrgNames): readonly string[] {
  const unread = listNeeds.filter(({ kind }) => entitiesOf(kind, names) === undefined);
  const blind = unread.flatMap(({ columns }) => columns.filter((key) => key in exclude));
  return [
    ...unread.filter(({ columns }) => columns.some((key) => shown.includes(key))).map((one) => one.unread),
    ...blind.map(
      (key) => `\`output.exclude.${key}\` may have dropped too few rows, for the names it needs could not be read.`,
    ),
  ];
}
