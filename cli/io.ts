import type { PostEvent } from '#core/events/model.ts';
import type { Clock } from '#core/ports.ts';

export interface CliOutput {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Of the terminal, now. */
  readonly columns?: number | undefined;
  /** True once its reader has gone away: what is written then is lost. */
  readonly gone?: boolean;
}

/** What a run of the command line touches of the world; `main.ts` passes the process, tests pass strings. */
export interface CliIo {
  /** Results only. */
  readonly stdout: CliOutput;
  /** Everything else: progress, questions, notes, errors. */
  readonly stderr: CliOutput;
  /** Asks and reads one line, empty where the answer is the end of the input; absent where nobody can answer. */
  readonly ask?: (question: string, signal: AbortSignal) => Promise<string>;
  /** All of the standard input; absent where that is a terminal. */
  readonly stdin?: () => Promise<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly clock: Clock;
  /** Aborted by the first Ctrl-C: nothing more is begun. */
  readonly signal: AbortSignal;
  /** Aborted by the second: nothing more is waited for. Where it is left out, the first does both. */
  readonly patience?: AbortSignal;
  /** Where journals, audit trails and events that wait go. */
  readonly stateFolder: string;
  /** Sends events; where it is left out, over https. */
  readonly postEvent?: PostEvent;
  /** The folder of the bundles, where `sandbox.cjs` lies. */
  readonly programFolder: string;
}

/** Exit codes: a promise to CI, also printed by `--help`. */
export const EXIT = {
  done: 0,
  /** Problems found, or work failed or is unknown. */
  problems: 1,
  /** Changes pending; only with `plan --detailed-exitcode`. */
  pending: 2,
  /** Usage, configuration or sign-in. */
  usage: 3,
  interrupted: 130,
} as const;

/** Ends a command with a sentence on stderr and an exit code. */
export class CliError extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode: number = EXIT.usage) {
    super(message);
    this.name = 'CliError';
    this.exitCode = exitCode;
  }
}
