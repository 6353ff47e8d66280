/** `/api/v2/analytics/conversations`. */
import { answerAggregates } from '../analytics/aggregates/query.ts';
import { checkAggregatesQuery } from '../analytics/aggregates/check.ts';
import { checkDetailsQuery } from '../analytics/details/check.ts';
import { answerDetails } from '../analytics/details/query.ts';
import { renderConversation } from '../analytics/render.ts';
import { canSeeConversation } from '../analytics/visible.ts';
import { resourceNotFound } from '../errors.ts';
import { ok, type Route } from '../exchange.ts';
import type { World } from '../world.ts';

const collection = '/api/v2/analytics/conversations';

export function analyticsConversationRoutes(world: World): readonly Route[] {
  const { conversations, switches } = world;
  return [
    {
      method: 'POST',
      template: `${collection}/details/query`,
      handle: ({ body, caller }) =>
        ok(answerDetails(checkDetailsQuery(body, switches), caller, conversations, switches)),
    },
    {
      method: 'POST',
      template: `${collection}/aggregates/query`,
      handle: ({ body, caller }) => ok(answerAggregates(world, checkAggregatesQuery(body, switches), caller)),
    },
    {
      method: 'GET',
      template: `${collection}/{conversationId}/details`,
      handle({ params, caller }) {
        const { from, to } = conversations.span();
        const found = conversations
          .startedBetween(from, to)
          .find((one) => one.conversationId === params['conversationId']);
        // What the caller does not reach is as if it were not there (inferred).
        if (!found || !canSeeConversation(caller, found)) throw resourceNotFound();
        return ok(renderConversation(found));
      },
    },
  ];
}
