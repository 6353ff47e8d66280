import { withoutIcons } from '../ui/plain.ts';
import type { Account } from './accounts.ts';
import type { SignInKind } from './credentials.ts';

export const kindWords: Readonly<Record<SignInKind, string>> = {
  browser: 'With the browser',
  client: 'OAuth client',
  gateway: 'Identity gateway',
};

/** How the Accounts menu names an account: the one place that shows the name of a person. */
export function accountLabel({ kind, organization, user, clientId }: Account): string {
  const client = `${kind === 'gateway' ? 'gateway client' : 'client'} ${clientId.slice(0, 8)}`;
  return withoutIcons(`${organization.name} (${user?.name ?? client})`);
}
