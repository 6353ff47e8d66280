/** Which time zone a query is read in. */
import type { GenesysProject } from '../../contract/generated/files.ts';

/** IANA: what the query says, else what `genesys.yaml` says, else UTC, which is also the API's default. */
export function timeZoneFor(value: { readonly timeZone?: string }, project: GenesysProject | undefined): string {
  return value.timeZone ?? project?.timeZone ?? 'UTC';
}
