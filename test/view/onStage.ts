/** A test's view: opened for it, closed after it, and without a single error or violation of the policy. */
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { type OpenOptions, openStage, type Stage, type View } from './stage.ts';

/** Bundling and starting a browser, which is installed first where there is none. */
const SET_UP_MS = 300_000;

/** For one file of tests: one browser, and the bundle as it ships. */
export function onStage(pixelRatio?: number): (options?: OpenOptions) => Promise<View> {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(pixelRatio);
  }, SET_UP_MS);
  afterAll(() => stage.close());
  return async (options) => {
    const view = await stage.open(options);
    onTestFinished(async () => {
      await view.close();
      expect(view.faults).toEqual([]);
    });
    return view;
  };
}
