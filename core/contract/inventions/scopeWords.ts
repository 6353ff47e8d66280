/** Scopes and permissions that tutorials ask for and no list of the platform has, with the permission that is needed. */
import type { InventedWord } from './model.ts';

const details = 'analytics:conversationDetail:view';

export const scopeWords: readonly InventedWord[] = [
  { names: ['analytics:conversation:view'], real: details },
  { names: ['analytics:conversation:details:read', 'analytics:conversations:details:read'], real: details },
  { names: ['analytics:conversationDetails:view', 'analytics:conversations:view'], real: details },
  {
    names: ['analytics:query:read', 'analytics:aggregates:read', 'analytics:query', 'conversation:read'],
    real: 'analytics:conversationAggregate:view',
  },
  { names: ['interaction:interaction:read', 'interaction:view', 'interaction:read'], real: details },
  {
    names: ['interaction:wrapupcode:write', 'interaction:write', 'interaction:wrapup:write'],
    real: 'conversation:participant:wrapup',
  },
  { names: ['interaction:wrapupcode:read'], real: 'routing:wrapupCode:view' },
];
