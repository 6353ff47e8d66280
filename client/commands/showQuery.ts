import { showQueryAs } from '../query/forms.ts';
import { queryAtHand } from '../query/queryAtHand.ts';
import type { Command } from './command.ts';

/** The request that a query becomes, in a tab of its own. Sends nothing. */
export const showQuery = {
  id: 'wrapsmith.showQuery',
  needs: 'nothing',
  async execute({ queries, documents }, ...args) {
    const place = await queryAtHand(args);
    await showQueryAs('body', await queries.compile(place), documents);
  },
} as const satisfies Command;
