/** Tells the journal and the audit trail what became of changes, as soon as it is known. */
import { DateTime } from 'luxon';
import type { AuditEntry } from '../../audit/model.ts';
import type { Call, Write } from '../model.ts';
import type { ChangeFact } from './journalRecords.ts';
import type { Settled } from './outcome.ts';
import type { ApplyRequest, Run } from './run.ts';

const NO_TRAIL =
  'The audit trail cannot be written, so nothing more is sent. Check the free space and the rights of its folder.';

/**
 * First the journal, then the trail: whoever resumes tells the trail of the journal's facts again, and the trail takes
 * the same change of the same apply only once. What was not attempted is told to neither.
 */
export async function tell(run: Run, settled: readonly Settled[]): Promise<void> {
  const facts = settled.flatMap((one) => factOf(one) ?? []);
  if (facts.length === 0) return;
  await run.record({ event: 'result', detail: { facts } });
  const { request } = run;
  const changes = new Map(settled.map(({ result }) => [result.change.id, result.change]));
  try {
    for (const fact of facts) {
      const change = changes.get(fact.change);
      if (change !== undefined) await request.audit.append(auditEntry(request, change, fact, request.clock.now()));
    }
  } catch {
    run.stop(NO_TRAIL);
  }
}

function factOf({ result, codeId, latencyMs }: Settled): ChangeFact | undefined {
  const { change, outcome, message, correlationId } = result;
  if (outcome === 'not attempted') return undefined;
  return {
    change: change.id,
    outcome,
    ...(codeId === undefined ? {} : { codeId }),
    ...(message === undefined ? {} : { message }),
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(latencyMs === undefined ? {} : { latencyMs }),
  };
}

/** What an entry says of the apply itself: of a running one, or of one that a journal tells of. */
export interface AuditedApply extends Pick<ApplyRequest, 'applyId' | 'actor'> {
  readonly plan: Pick<ApplyRequest['plan'], 'org' | 'environment' | 'fingerprint'>;
}

/** The trail's line for one change. `at` is when its outcome was known, in ms since the epoch. */
export function auditEntry(apply: AuditedApply, change: Write, fact: ChangeFact, at: number): AuditEntry {
  const { outcome, codeId, message, correlationId, latencyMs } = fact;
  const { before, after } = sidesOf(change, codeId);
  return {
    at: DateTime.fromMillis(at, { zone: 'utc' }).toISO() ?? '',
    apply: apply.applyId,
    change: change.id,
    action: change.kind,
    actor: apply.actor,
    org: apply.plan.org,
    environment: apply.plan.environment,
    name: change.name,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    call: callOf(change, codeId),
    outcome,
    ...(message === undefined ? {} : { message }),
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(latencyMs === undefined ? {} : { latencyMs }),
    fingerprint: apply.plan.fingerprint,
  };
}

interface Sides {
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Codes are told with their ids, so that the trail says which code it was when the name is used again. */
function sidesOf(change: Write, codeId: string | undefined): Sides {
  const id = codeId ?? ('codeId' in change ? change.codeId : undefined);
  const known = id === undefined ? {} : { id };
  switch (change.kind) {
    case 'create':
      return { after: { ...known, ...change.after } };
    case 'update':
    case 'adopt':
    case 'rename':
    case 'move':
      return { before: { ...known, ...change.before }, after: { ...known, ...change.after } };
    case 'delete':
      return { before: { ...known, ...change.before } };
    case 'associate':
      return { after: { queue: change.queue, code: { ...known, name: change.name } } };
    case 'dissociate':
      return { before: { queue: change.queue, code: { ...known, name: change.name } } };
    default:
      return change;
  }
}

/** The request of this change alone, with the id that was not known when it was planned. */
function callOf({ kind, call }: Write, codeId: string | undefined): Call {
  return kind === 'associate' && codeId !== undefined ? { ...call, body: [{ id: codeId }] } : call;
}
