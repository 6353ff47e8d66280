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
