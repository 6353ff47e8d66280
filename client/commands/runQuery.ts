import { queryAtHand } from '../query/queryAtHand.ts';
import type { Command } from './command.ts';

/** Runs one query and shows its rows as they arrive. Arguments: `[uri, document]`, as the lens gives them. */
export const runQuery = {
  id: 'wrapsmith.runQuery',
  needs: 'trust',
  async execute({ queries }, ...args) {
    await queries.run(await queryAtHand(args));
  },
} as const satisfies Command;
