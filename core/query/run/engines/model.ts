import type { RunParts, RunProgress } from '../model.ts';

/** How an engine ended: whole where `partial` is absent. */
export interface Ending {
  readonly partial?: string;
  readonly notes: readonly string[];
  readonly progress: RunProgress;
}

/**
 * Asks the org in the way of one endpoint and gives rows. Throws `GenesysError` where nothing could be read; a failure
 * after the first rows is an ending that says so.
 */
export type Engine = (parts: RunParts) => Promise<Ending>;
