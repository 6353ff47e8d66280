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
      handle: ({ body, client }) =>
        ok(answerDetails(checkDetailsQuery(body, switches), client, conversations, switches)),
    },
    {
      method: 'POST',
      template: `${collection}/aggregates/query`,
      handle: ({ body, client }) => ok(answerAggregates(world, checkAggregatesQuery(body, switches), client)),
    },
    {
      method: 'GET',
      template: `${collection}/{conversationId}/details`,
      handle({ params, client }) {
        const { from, to } = conversations.span();
        const found = conversations
          .startedBetween(from, to)
          .find((one) => one.conversationId === params['conversationId']);
        // What the client does not reach is as if it were not there (inferred).
        if (!found || !canSeeConversation(client, found)) throw resourceNotFound();
        return ok(renderConversation(found));
      },
    },
  ];
}
