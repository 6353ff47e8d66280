/** All routes of `/api/v2`. */
import type { Route } from '../exchange.ts';
import type { World } from '../world.ts';
import { analyticsConversationRoutes } from './analyticsConversations.ts';
import { auditRoutes } from './audits.ts';
import { authorizationRoutes } from './authorization.ts';
import { dataTableRowRoutes } from './dataTableRows.ts';
import { dataTableRoutes } from './dataTables.ts';
import { divisionRoutes } from './divisions.ts';
import { organizationRoutes } from './organization.ts';
import { outboundMappingRoutes } from './outboundMappings.ts';
import { queueRoutes } from './queues.ts';
import { queueViewRoutes } from './queueViews.ts';
import { queueWrapupCodeRoutes } from './queueWrapupCodes.ts';
import { tokenRoutes } from './tokensMe.ts';
import { triggerRoutes } from './triggers.ts';
import { userRoutes } from './users.ts';
import { wrapupCodeRoutes } from './wrapupCodes.ts';
import { wrapupCodeViewRoutes } from './wrapupCodeViews.ts';

export function apiRoutes(world: World): readonly Route[] {
  return [
    ...tokenRoutes(world),
    ...organizationRoutes(world),
    ...divisionRoutes(world),
    ...userRoutes(world),
    ...queueRoutes(world),
    ...queueViewRoutes(world),
    ...queueWrapupCodeRoutes(world),
    ...wrapupCodeRoutes(world),
    ...wrapupCodeViewRoutes(world),
    ...authorizationRoutes(world),
    ...outboundMappingRoutes(world),
    ...dataTableRoutes(world),
    ...dataTableRowRoutes(world),
    ...auditRoutes(world),
    ...triggerRoutes(world),
    ...analyticsConversationRoutes(world),
  ];
}
