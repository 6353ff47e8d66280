// A person's path: steps in order, each with a name that completes "A person …". The first that fails ends the path.
import { stripVTControlCharacters } from 'node:util';
import type { Page } from 'playwright-core';
import type { Tell } from '../parts/report.ts';

export interface Step {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/**
 * Runs steps until one fails. What comes after it was not tried and is counted as one failure with it.
 * @param picture called with the page as the failed step left it
 */
export async function follow(
  part: string,
  steps: readonly Step[],
  tell: Tell,
  picture: () => Promise<void>,
): Promise<void> {
  for (const [at, step] of steps.entries()) {
    const started = Date.now();
    try {
      await step.run();
      tell({ part, name: step.name, milliseconds: Date.now() - started });
    } catch (error) {
      await picture().catch(() => {});
      const left = steps.slice(at + 1).map(({ name }) => `not tried: ${name}`);
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const failure = [stripVTControlCharacters(reason), ...left].join('\n');
      tell({ part, name: step.name, milliseconds: Date.now() - started, failure });
      return;
    }
  }
}

/** How long one wait in a page may take; each names what it waits for by its locator. */
export const STEP_MS = 30_000;

export function withLimits(page: Page): Page {
  page.setDefaultTimeout(STEP_MS);
  return page;
}
