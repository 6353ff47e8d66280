import type { CompiledQuery } from './model.ts';

/** Why a query cannot be run, where names in it have no id. `broken` are the project's catalogs that could not be read. */
export function missingWords({ missing }: Pick<CompiledQuery, 'missing'>, broken: readonly string[]): string {
  const isForCatalogs = broken.length > 0 && missing.some(({ why }) => why === 'unreadable');
  const where = isForCatalogs ? [`Errors are in ${broken.join(', ')}.`] : [];
  return [...missing.map(({ message }) => message), ...where].join(' ');
}
