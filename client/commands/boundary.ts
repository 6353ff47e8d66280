import { PlanRefused } from '#core/deploy/orgGuard.ts';
import { GenesysError } from '#core/genesys/error.ts';
import type { Logger } from '#core/ports.ts';
import { Cancelled, UserError, type ErrorAction } from '../errors.ts';

export interface Report {
  readonly text: string;
  readonly actions: readonly ErrorAction[];
}

export const SHOW_LOG: ErrorAction = { title: 'Show Log', command: 'wrapsmith.showLog' };

const SWITCH: ErrorAction = { title: 'Switch Environment', command: 'wrapsmith.switchEnvironment' };

/**
 * Runs one command. Whatever it throws ends here: a cancel is silent, a `UserError` is shown as it is,
 * an error of the org as its sentence, anything else as a defect of ours, with the log behind a button.
 */
export async function guarded(
  id: string,
  run: () => Promise<void>,
  log: Logger,
  report: (report: Report) => void,
): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (isCancel(error)) return log.debug(`${id}: cancelled.`);
    note(id, error, log);
    report(reportOf(error));
  }
}

export function isCancel(error: unknown): boolean {
  if (error instanceof Cancelled) return true;
  if (error instanceof GenesysError) return error.failure.kind === 'cancelled';
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'Canceled');
}

export function reportOf(error: unknown): Report {
  // Its sentence says all there is to know; the log holds more only where it offers it.
  if (error instanceof UserError) return { text: error.message, actions: error.actions };
  if (error instanceof PlanRefused) return { text: error.message, actions: [SWITCH, SHOW_LOG] };
  if (error instanceof GenesysError) return { text: error.message, actions: [SHOW_LOG] };
  return {
    text: 'Wrapsmith met an error of its own. Nothing more was done; the log has the details.',
    actions: [SHOW_LOG],
  };
}

/** A defect of ours is logged with its stack; what was foreseen is a sentence there, too. */
function note(id: string, error: unknown, log: Logger): void {
  if (isForeseen(error)) log.warn(`${id}: ${error.message}`);
  else log.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}

function isForeseen(error: unknown): error is Error {
  return error instanceof UserError || error instanceof PlanRefused || error instanceof GenesysError;
}
