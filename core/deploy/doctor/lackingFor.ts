import type { Examination } from './model.ts';

/** What is missing for these changes, which are some of those that were examined. */
export function lackingFor(
  changes: readonly { readonly id: string }[],
  { missing, ...rest }: Examination,
): Examination {
  const ids = new Set(changes.map(({ id }) => id));
  const concerned = missing.map((one) => ({ ...one, changes: one.changes.filter((id) => ids.has(id)) }));
  return { ...rest, missing: concerned.filter((one) => one.changes.length > 0) };
}

/** What was found to be missing for these changes, as sentences; undefined where nothing was. */
export function lackingWords(changeIds: readonly string[], found: Examination | undefined): string | undefined {
  const concerned = (found?.missing ?? []).filter(
    ({ certainty, changes }) => certainty === 'missing' && changes.some((id) => changeIds.includes(id)),
  );
  return concerned.length === 0 ? undefined : concerned.map(({ text }) => text).join(' ');
}
