import { printable } from './escape.ts';
import type { CliOutput } from './io.ts';

export interface Progress {
  /** What is being done now; `waitSeconds` counts down a rate limit, once a second. */
  show(current: string, waitSeconds?: number): void;
  /** Clears the line before something else is printed. */
  end(): void;
}

export const noProgress: Progress = { show: () => undefined, end: () => undefined };

/** One line that is written over on a terminal; in a log a line for each step, and one for a wait when it begins. */
export function progressOn(output: CliOutput): Progress {
  return output.isTTY ? liveLine(output) : logLines(output);
}

function liveLine(output: CliOutput): Progress {
  return {
    show: (current, waitSeconds = 0) => output.write(`\r\u001b[K${shown(current, waitSeconds).slice(0, 100)}`),
    end: () => output.write('\r\u001b[K'),
  };
}

function logLines(output: CliOutput): Progress {
  let last = '';
  let left = 0;
  return {
    show(current, waitSeconds = 0) {
      if (waitSeconds > left || (waitSeconds === 0 && current !== last))
        output.write(`${shown(current, waitSeconds)}\n`);
      last = current;
      left = waitSeconds;
    },
    end: () => undefined,
  };
}

function shown(current: string, waitSeconds: number): string {
  return printable(waitSeconds > 0 ? `${current}: waiting ${waitSeconds} s for the org's rate limit` : current);
}
