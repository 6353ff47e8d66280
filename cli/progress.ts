import { printable } from './escape.ts';
import type { CliOutput } from './io.ts';
import { cutToWidth } from './width.ts';

export interface Step {
  /** What is being done now, in a few words. */
  readonly current: string;
  readonly done?: number;
  /** How many changes there are; 0 where they are not counted. */
  readonly total?: number;
  /** Counts down a rate limit, once a second. */
  readonly waitSeconds?: number;
}

export interface Progress {
  show(step: Step): void;
  /** A line of its own, such as a warning, that stays. */
  note(text: string): void;
  /** Clears the line before something else is printed. */
  end(): void;
}

export const noProgress: Progress = { show: () => undefined, note: () => undefined, end: () => undefined };

const DEFAULT_COLUMNS = 80;
const CLEAR = '\r\u001b[K';

/** One line that is written over on a terminal; in a log a line for each step, and one for a wait when it begins. */
export function progressOn(output: CliOutput): Progress {
  return output.isTTY ? liveLine(output) : logLines(output);
}

function liveLine(output: CliOutput): Progress {
  return {
    // A line that is as wide as the terminal would go on in the next, which is then not cleared.
    show: (step) => output.write(`${CLEAR}${cutToWidth(shown(step), (output.columns ?? DEFAULT_COLUMNS) - 1)}`),
    note: (text) => output.write(`${CLEAR}${printable(text)}\n`),
    end: () => output.write(CLEAR),
  };
}

function logLines(output: CliOutput): Progress {
  let last = '';
  let left = 0;
  return {
    show(step) {
      const { current, waitSeconds = 0 } = step;
      if (waitSeconds > left || (waitSeconds === 0 && current !== last)) output.write(`${shown(step)}\n`);
      last = current;
      left = waitSeconds;
    },
    note: (text) => output.write(`${printable(text)}\n`),
    end: () => undefined,
  };
}

function shown({ current, done = 0, total = 0, waitSeconds = 0 }: Step): string {
  const counted = total > 0 ? `${done}/${total} ${current}` : current;
  return printable(waitSeconds > 0 ? `${counted}: waiting ${waitSeconds} s for the org's rate limit` : counted);
}
