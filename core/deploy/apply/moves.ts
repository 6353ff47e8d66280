/** Gives codes to another division. A PUT replaces the whole code, so an edit that failed must not come with it. */
import type { MoveChange } from '../model.ts';
import { applyCodes } from './codes.ts';
import type { Settled } from './outcome.ts';
import { notAttempted } from './outcome.ts';
import type { Run } from './run.ts';

/** `edited` are the outcomes of the run's edits, which come before. */
export async function applyMoves(
  run: Run,
  changes: readonly MoveChange[],
  edited: readonly Settled[],
): Promise<readonly Settled[]> {
  const unsure = new Set(edited.flatMap(({ result, codeId }) => (result.outcome === 'done' ? [] : (codeId ?? []))));
  const held = changes.filter(({ codeId }) => unsure.has(codeId));
  const ready = changes.filter(({ codeId }) => !unsure.has(codeId));
  return [...held.map((change) => notAttempted(change, NOT_EDITED)), ...(await applyCodes(run, ready))];
}

const NOT_EDITED = 'The other change of its code was not done. Push again to finish.';
