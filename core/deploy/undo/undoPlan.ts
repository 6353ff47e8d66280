/** The inverse of one apply as a plan that is shown, confirmed and applied like any other. Pure. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { DateTime } from 'luxon';
import type { ApplyStory } from '../apply/journalRecords.ts';
import { canonicalJson } from '../canonical.ts';
import { blockedChange } from '../codeChange.ts';
import type { Change, NamedRef, Plan } from '../model.ts';
import { inOrder, withUniqueIds } from '../order.ts';
import type { OrgState } from '../recover/orgState.ts';
import { standingOf } from '../recover/standing.ts';
import { summarise } from '../summary.ts';
import { blockedCodes, whyBlocked } from './blocked.ts';
import type { DoneChange } from './doneBy.ts';
import { doneBy } from './doneBy.ts';
import { inverseOf } from './inverse.ts';
import { withRevived } from './revived.ts';
import { undoWorld } from './world.ts';

export interface UndoRequest {
  readonly applyId: string;
  readonly story: ApplyStory;
  readonly organization: NamedRef;
  /** The key of the environment as it is called now. */
  readonly environment: string;
  /** Read for all that the apply has done. */
  readonly org: OrgState;
  /** Milliseconds since the epoch. */
  readonly asOf: number;
}

/**
 * Takes back only what the apply has done and the org still has: what somebody changed since is blocked with words, and
 * what is as it was before needs nothing. The view is empty, since an undo has no file to be compared with.
 */
export function undoPlan({ applyId, story, organization, environment, org, asOf }: UndoRequest): Plan {
  const done = withRevived(doneBy(story), org);
  const world = undoWorld(`undo of ${applyId}`, done, org);
  const stuck = blockedCodes(done, org);
  const inverses = done.map((one): readonly Change[] => {
    const standing = standingOf(one.change, one.codeId, org);
    if (standing === 'asBefore') return [];
    const why = whyBlocked(one, standing, stuck);
    if (why === undefined) return inverseOf(one, world);
    return [blockedChange({ name: one.change.name, path: world.path }, `:${one.change.id}`, why)];
  });
  const changes = withUniqueIds(inOrder(inverses.flat()));
  const unchanged = inverses.filter((own) => own.length === 0).length;
  return {
    org: organization,
    environment,
    fingerprint: fingerprintOf(organization, environment, applyId, done, changes),
    asOf: DateTime.fromMillis(asOf, { zone: 'utc' }).toISO() ?? '',
    summary: summarise(changes, unchanged),
    notes: [],
    changes,
    view: { before: '', after: '' },
  };
}

function fingerprintOf(
  { id }: NamedRef,
  environment: string,
  applyId: string,
  done: readonly DoneChange[],
  changes: readonly Change[],
): string {
  const text = canonicalJson({ format: 'undo 1', org: id, environment, undo: applyId, done, changes });
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}
