import { GenesysError, type FailureKind } from '#core/genesys/error.ts';
import { explainFailure, type Setting } from '#core/genesys/explain.ts';
import { Cancelled, UserError, type ErrorAction } from '../errors.ts';

const SIGN_IN: ErrorAction = { title: 'Sign In', command: 'wrapsmith.signIn' };
const LOG: ErrorAction = { title: 'Show Log', command: 'wrapsmith.showLog' };

const NEXT_STEPS: Partial<Record<FailureKind, readonly ErrorAction[]>> = { unauthorized: [SIGN_IN, LOG] };

/** Runs calls to an org; a failure of one leaves as a sentence that names the place, with the next step. */
export async function explained<T>(setting: Setting, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof GenesysError)) throw error;
    if (error.failure.kind === 'cancelled') throw new Cancelled();
    throw new UserError(explainFailure(error.failure, setting), NEXT_STEPS[error.failure.kind] ?? [LOG]);
  }
}
