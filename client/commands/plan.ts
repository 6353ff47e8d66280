import { planAndShow } from '../deploy/planAndShow.ts';
import { catalogsAtHand } from '../workspace/catalogsAtHand.ts';
import type { Command } from './command.ts';

/** Plans the catalogs that a menu names, else the active one. Writes nothing. */
export const plan = {
  id: 'wrapsmith.plan',
  needs: 'trust',
  execute: async (context, ...args) => planAndShow(context, catalogsAtHand(args, context.fileAtHand.current())),
} as const satisfies Command;
