/** A code's entry in the org's outbound mappings. */
import { blockedChange } from './codeChange.ts';
import type { Matched } from './match.ts';
import type { Change, OrgOutbound } from './model.ts';

export const OUTBOUND_MAPPINGS = '/api/v2/outbound/wrapupcodemappings';

/**
 * Omitted leaves it alone, a list is exactly these flags, `[]` an entry without any, `default` no entry. Of a code that
 * is to be deleted only `default` counts: its entry would outlive it.
 */
export function outboundChanges({ entry, match }: Matched, outbound: OrgOutbound | undefined): readonly Change[] {
  const { outbound: wanted, state } = entry;
  if (wanted === undefined || match.kind === 'blocked' || (state === 'deleted' && wanted !== 'default')) return [];
  if (outbound === undefined) return [blockedChange(entry, ':outbound', 'The outbound mappings were not read.')];
  const codeId = match.kind === 'code' ? match.code.id : undefined;
  const before = codeId === undefined ? undefined : flagsOf(outbound, codeId);
  const after = wanted === 'default' ? undefined : wanted;
  if (isSame(before, after)) return [];
  return [
    {
      kind: 'outbound',
      id: `outbound:${entry.name}`,
      name: entry.name,
      path: entry.path,
      why: `${entryWords('The org has', before)}; ${entryWords('the file asks for', after)}.`,
      ...(codeId === undefined ? {} : { codeId }),
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      call: {
        method: 'PUT',
        path: OUTBOUND_MAPPINGS,
        ...(codeId === undefined ? {} : { body: { mapping: { [codeId]: after ?? null } } }),
        into: 'outboundMappings',
      },
    },
  ];
}

/** The flags of a code, sorted; undefined where it has no entry, so that the default set applies. */
export const flagsOf = ({ mapping }: OrgOutbound, codeId: string): readonly string[] | undefined =>
  Object.hasOwn(mapping, codeId) ? mapping[codeId]?.toSorted() : undefined;

/** The order of flags means nothing. */
function isSame(before: readonly string[] | undefined, after: readonly string[] | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  const has = new Set(before);
  return has.size === after.length && after.every((flag) => has.has(flag));
}

const entryWords = (start: string, flags: readonly string[] | undefined): string =>
  flags === undefined ? `${start} no outbound mapping` : `${start} the outbound mapping ${flagsInWords(flags)}`;

/** `[A, B]`. */
export const flagsInWords = (flags: readonly string[]): string => `[${flags.join(', ')}]`;
