/** What the org's users may do. Their titles say it, so that one person of each kind can be chosen at the sign-in. */
import { permissionsNamed } from '../facts.ts';
import type { Org, User } from '../org/model.ts';
import type { Caller, Rights } from '../tokens.ts';
import type { SignInApp } from './apps.ts';

export const kinds = ['administrator', 'division lead', 'viewer'] as const;
export type Kind = (typeof kinds)[number];

/** What the sign-in page says of each kind. */
export const kindWords: Readonly<Record<Kind, string>> = {
  administrator: 'Every permission in every division',
  'division lead': 'Every permission in their own division',
  viewer: 'May look at everything and change nothing',
};

/** Who may sign in. */
export function activeUsers(org: Org): readonly User[] {
  return org.users.filter((user) => user.state === 'active');
}

export function kindOf(user: User): Kind {
  if (user.title === 'Planner') return 'administrator';
  return user.title === 'Supervisor' ? 'division lead' : 'viewer';
}

function rightsOf(user: User): Rights {
  switch (kindOf(user)) {
    case 'administrator':
      return { permissions: 'all', divisions: 'all' };
    case 'division lead':
      return { permissions: 'all', divisions: new Set([user.divisionId]) };
    default:
      return { permissions: new Set(permissionsNamed('view', 'search')), divisions: 'all' };
  }
}

/** The caller that a user is through an app. */
export function userCaller(user: User, app: Pick<SignInApp, 'id' | 'name'>): Caller {
  return {
    id: user.id,
    name: user.name,
    user,
    ...rightsOf(user),
    app: { id: app.id, name: app.name, grantType: 'CODE' },
  };
}
