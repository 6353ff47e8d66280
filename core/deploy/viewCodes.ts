/** The codes that a plan speaks of, as the org has them and as people read them. */
import { fieldsOf } from './codeChange.ts';
import type { PlanFacts } from './facts.ts';
import type { Matched } from './match.ts';
import type { CodeFields, OrgSnapshot, ViewCode, ViewFields } from './model.ts';
import { flagsOf } from './outboundChange.ts';
import type { StrangersOnQueue } from './strangers.ts';

/** In the order of the files, then those that an exact queue does not want. */
export function viewCodes(
  { matched, request: { org } }: PlanFacts,
  strangers: readonly StrangersOnQueue[],
): readonly ViewCode[] {
  const show = fieldsShown(org);
  const ofEntries = matched.flatMap((one): ViewCode[] => codeOf(one, org, show));
  const shown = new Set(ofEntries.map(({ codeId }) => codeId));
  const leaving = new Map(
    strangers.filter(({ exact }) => exact).flatMap(({ codes }) => codes.map((code) => [code.id, code])),
  );
  const others = [...leaving.values()].filter(({ id }) => !shown.has(id));
  return [
    ...ofEntries,
    ...others.map((code) => ({ heading: code.name, codeId: code.id, code: show(code.id, fieldsOf(code)) })),
  ];
}

function codeOf({ entry, match }: Matched, org: OrgSnapshot, show: Show): ViewCode[] {
  if (match.kind === 'blocked') return [];
  if (match.kind === 'none') return [{ heading: entry.name }];
  const { id } = match.code;
  const flags = entry.outbound === undefined || org.outbound === undefined ? undefined : flagsOf(org.outbound, id);
  const code = { ...show(id, fieldsOf(match.code)), ...(flags === undefined ? {} : { outbound: flags }) };
  return [{ heading: entry.name, codeId: id, code }];
}

type Show = (codeId: string, fields: CodeFields) => ViewFields;

function fieldsShown(org: OrgSnapshot): Show {
  const divisions = new Map(org.divisions.map(({ id, name }) => [id, name]));
  const queues = new Map<string, string[]>();
  for (const queue of org.queues) {
    for (const id of org.queueCodes[queue.id] ?? []) queues.set(id, [...(queues.get(id) ?? []), queue.name]);
  }
  return (codeId, { name, description, division }) => ({
    name,
    ...(description === undefined || description === '' ? {} : { description }),
    ...(division === undefined ? {} : { division: division.name ?? divisions.get(division.id) ?? division.id }),
    queues: [...(queues.get(codeId) ?? [])].sort(),
  });
}
