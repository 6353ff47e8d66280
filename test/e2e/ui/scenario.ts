// A person's path: steps in order, each with a name that completes "A person …". The first that fails ends the path.
import type { Page } from 'playwright-core';
import type { TestResult } from '../parts/report.ts';

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
  picture: () => Promise<void>,
): Promise<TestResult[]> {
  const results: TestResult[] = [];
  for (const [at, step] of steps.entries()) {
    const started = Date.now();
    try {
      await step.run();
      results.push({ part, name: step.name, milliseconds: Date.now() - started });
    } catch (error) {
      await picture().catch(() => {});
      const left = steps.slice(at + 1).map(({ name }) => `not tried: ${name}`);
      const failure = [error instanceof Error ? (error.stack ?? error.message) : String(error), ...left].join('\n');
      results.push({ part, name: step.name, milliseconds: Date.now() - started, failure });
      break;
    }
  }
  return results;
}

/** How long one wait in a page may take; each names what it waits for by its locator. */
export const STEP_MS = 30_000;

export function withLimits(page: Page): Page {
  page.setDefaultTimeout(STEP_MS);
  return page;
}
