/** Which code of the org an entry stands for: exact name, then the same name to a person, then an earlier name. */
import { normaliseName } from '../contract/names.ts';
import { DEFAULT_CODE_ID } from '../contract/systemCodes.ts';
import type { DesiredCode } from './desired.ts';
import type { OrgCode } from './model.ts';
import { groupBy } from './names.ts';

export type Match =
  | { readonly kind: 'none' }
  /** `by`: the name as it is, the name spelled differently, or an earlier name. */
  | { readonly kind: 'code'; readonly by: 'name' | 'spelling' | 'earlierName'; readonly code: OrgCode }
  | { readonly kind: 'blocked'; readonly why: string };

export interface Matched {
  readonly entry: DesiredCode;
  readonly match: Match;
}

/** One match per entry, in the same order. Two entries never share a name or a code: then both are blocked. */
export function matchAll(entries: readonly DesiredCode[], codes: readonly OrgCode[]): readonly Matched[] {
  const find = codeFinder(codes);
  const rivalsOf = rivalFinder(entries);
  const matched = entries.map((entry): Matched => {
    const rivals = rivalsOf(entry);
    return { entry, match: rivals.length > 0 ? blocked(rivalWords([entry, ...rivals])) : find(entry) };
  });
  const byCode = groupBy(matched, ({ match }) => (match.kind === 'code' ? match.code.id : undefined));
  return matched.map(({ entry, match }) => {
    const claims = match.kind === 'code' ? (byCode.get(match.code.id) ?? []) : [];
    if (match.kind !== 'code' || claims.length < 2) return { entry, match };
    const others = claims.map((claim) => place(claim.entry)).join(', ');
    return {
      entry,
      match: blocked(
        `More than one entry stands for the code "${match.code.name}" of the org: ${others}. Keep one of them, or remove the earlier name.`,
      ),
    };
  });
}

/**
 * Other entries that want the same name, now or as an earlier one. A name that is one entry's present and another's
 * past, or the past of two, would mean one thing at this push and another at the next.
 */
function rivalFinder(entries: readonly DesiredCode[]): (entry: DesiredCode) => readonly DesiredCode[] {
  const byName = groupBy(entries, (entry) => normaliseName(entry.name));
  const byEarlier = new Map<string, DesiredCode[]>();
  for (const entry of entries) {
    for (const earlier of new Set(entry.formerly.map(normaliseName))) {
      byEarlier.set(earlier, [...(byEarlier.get(earlier) ?? []), entry]);
    }
  }
  return (entry) => {
    const name = normaliseName(entry.name);
    const rivals = [
      ...(byName.get(name) ?? []),
      ...(byEarlier.get(name) ?? []),
      ...entry.formerly
        .map(normaliseName)
        .flatMap((earlier) => [...(byName.get(earlier) ?? []), ...(byEarlier.get(earlier) ?? [])]),
    ];
    return [...new Set(rivals)].filter((rival) => rival !== entry);
  };
}

function codeFinder(codes: readonly OrgCode[]): (entry: DesiredCode) => Match {
  const exact = groupBy(codes, (code) => code.name);
  const alike = groupBy(codes, (code) => normaliseName(code.name));
  return ({ name, formerly, state }) => {
    const wanted = normaliseName(name);
    // A deletion leaves nothing by which the next push could tell that the one it meant is gone, and would take its twin.
    const named = (state === 'deleted' ? undefined : exact.get(name)) ?? alike.get(wanted) ?? [];
    const earlierNames = [...new Set(formerly.map(normaliseName))].filter((earlier) => earlier !== wanted);
    const earlier = earlierNames.flatMap((old) => alike.get(old) ?? []);
    if (named.length > 1)
      return blocked(
        `The org has more than one code that "${name}" may mean: ${list(named)}. Rename or remove all but one in the org.`,
      );
    const [code] = named;
    if (code !== undefined && earlier.length > 0) {
      return blocked(
        `The org has both the new name and an earlier one: ${list([code, ...earlier])}. Remove one of them in the org, or take the earlier name out of formerly.`,
      );
    }
    if (code !== undefined) return safe(code, code.name === name ? 'name' : 'spelling');
    if (earlier.length > 1)
      return blocked(
        `The org has more than one code under the earlier names of "${name}": ${list(earlier)}. Keep one of them under formerly.`,
      );
    const [old] = earlier;
    return old === undefined ? { kind: 'none' } : safe(old, 'earlierName');
  };
}

function safe(code: OrgCode, by: 'name' | 'spelling' | 'earlierName'): Match {
  if (code.id !== DEFAULT_CODE_ID) return { kind: 'code', by, code };
  return blocked(`"${code.name}" is the system's own default code, which is not changed. Choose another name.`);
}

const blocked = (why: string): Match => ({ kind: 'blocked', why });

const list = (codes: readonly OrgCode[]): string =>
  codes
    .map(
      ({ name, id, division }) =>
        `"${name}" (${id}${division?.name === undefined ? '' : `, division ${division.name}`})`,
    )
    .sort()
    .join(', ');

const place = ({ name, path }: DesiredCode): string => `"${name}" in ${path}`;

/** The same sentence for each of the rivals, whatever the order in which they met. */
function rivalWords(entries: readonly DesiredCode[]): string {
  const places = [...new Set(entries.map(place))].sort().join(', ');
  return `More than one entry asks for one name, or has it as an earlier one: ${places}. Keep one of them, or take the name out of formerly.`;
}
