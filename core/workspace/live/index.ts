/** A project whose files are edited. */
export { createLiveProject } from './createLiveProject.ts';
export type { LiveProject } from './model.ts';
