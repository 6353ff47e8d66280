/** Which time zone a query is read in. */
import type { GenesysProject } from '../../contract/generated/files.ts';
import type { QueryFile } from '../model.ts';

/** IANA: what the query says, else what `genesys.yaml` says, else UTC, which is also the API's default. */
export function timeZoneFor(
  value: QueryFile['value'] | { readonly timeZone?: string },
  project: GenesysProject | undefined,
): string {
  const own = 'timeZone' in value ? value.timeZone : undefined;
  return own ?? project?.timeZone ?? 'UTC';
}
