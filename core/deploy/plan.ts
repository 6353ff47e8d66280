/** The plan: files and org in, what a push would do out. Pure, so the same input always gives the same plan. */
import { DateTime } from 'luxon';
import { codeChanges } from './codeChange.ts';
import { deleteChanges } from './deleteChange.ts';
import { ownDissociations } from './dissociations.ts';
import type { PlanFacts } from './facts.ts';
import { factsOf } from './facts.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Matched } from './match.ts';
import { missingTable, type RowWriter, rowWriter } from './metadata.ts';
import type { Change, Plan, PlanRequest } from './model.ts';
import { notesOf } from './notes.ts';
import { inOrder, withUniqueIds } from './order.ts';
import { guardOrg } from './orgGuard.ts';
import { outboundChanges } from './outboundChange.ts';
import { queueChanges } from './queueChanges.ts';
import { queueSettingsChanges } from './queueSettings.ts';
import { exactDissociations, strangersOf } from './strangers.ts';
import { summarise } from './summary.ts';
import { viewOf } from './view.ts';
import { viewCodes } from './viewCodes.ts';

/** Throws `PlanRefused` when genesys.yaml binds the environment to another org. */
export function makePlan(request: PlanRequest): Plan {
  const { org, target, asOf } = request;
  guardOrg(target, org.organization);
  const facts = factsOf(request);
  const rows = rowWriter(facts.matched, org.table);
  const perEntry = facts.matched.map((one) => entryChanges(one, facts, rows));
  const strangers = strangersOf(facts);
  const leaving = exactDissociations(strangers, facts);
  const changes = withUniqueIds(
    inOrder([
      ...perEntry.flat(),
      ...queueSettingsChanges(facts),
      ...leaving,
      ...missingTable(facts.matched, org.table),
    ]),
  );
  const leavingIds = new Set(leaving.map(({ codeId }) => codeId));
  const isLeaving = ({ match }: Matched): boolean => match.kind === 'code' && leavingIds.has(match.code.id);
  const unchanged = facts.matched.filter((one, index) => perEntry[index]?.length === 0 && !isLeaving(one)).length;
  return {
    org: { id: org.organization.id, name: org.organization.name },
    environment: target.name,
    fingerprint: fingerprintOf(facts, changes),
    asOf: DateTime.fromMillis(asOf, { zone: 'utc' }).toISO() ?? '',
    summary: summarise(changes, unchanged),
    notes: notesOf(facts, strangers),
    excluded: facts.desired.excluded.length,
    changes,
    view: viewOf(viewCodes(facts, strangers), changes, changes),
  };
}

/** All that one entry asks for. Where its code is not there and cannot be made, there is nothing to put anywhere. */
function entryChanges(one: Matched, facts: PlanFacts, rows: RowWriter): readonly Change[] {
  const own = codeChanges(one, facts.findDivision);
  if (one.match.kind === 'blocked' || one.entry.validity === 'unreadable') return own;
  const creates = own.some(({ kind }) => kind === 'create');
  const isGone = one.match.kind === 'none' && one.entry.state === 'deleted';
  if (one.match.kind === 'none' && !creates && !isGone) return own;
  return [
    ...own,
    ...queueChanges(one, facts.isOn, facts.findQueue),
    ...(isGone ? [] : outboundChanges(one, facts.request.org.outbound)),
    ...rows.changes(one, creates),
    ...ownDissociations(one, facts),
    ...deleteChanges(one, facts),
  ];
}
