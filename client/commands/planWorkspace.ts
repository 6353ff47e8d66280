import { planAndShow } from '../deploy/planAndShow.ts';
import type { Command } from './command.ts';

/** Plans every catalog of the project at hand. Writes nothing. */
export const planWorkspace = {
  id: 'wrapsmith.planWorkspace',
  needs: 'trust',
  execute: async (context) => planAndShow(context, await context.files.allCatalogs()),
} as const satisfies Command;
