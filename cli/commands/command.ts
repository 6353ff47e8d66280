import type { Command } from 'commander';
import type { CliIo } from '../io.ts';

/**
 * Adds one command to the program. Its action ends with an exit code, handed to `end`; a `CliError` ends it with
 * a sentence instead.
 */
export type RegisterCommand = (program: Command, io: CliIo, end: (exitCode: number) => void) => void;
