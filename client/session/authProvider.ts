import * as vscode from 'vscode';
import { findRegion } from '#core/contract/regions.ts';
import { assertTrusted } from '../workspace/trust.ts';
import { accountLabel } from './accountLabel.ts';
import type { Account } from './accounts.ts';
import type { Session } from './session.ts';
import type { SignInFlow } from './signInFlow.ts';

export interface AuthProvider extends vscode.Disposable {
  /** Tells the Accounts menu that accounts were added or removed. */
  changed(): Promise<void>;
}

/**
 * Shows the accounts in the editor's Accounts menu. A session carries no token: tokens stay with the
 * code that sends requests, and no other extension can borrow one.
 */
export function registerAuthProvider(session: Session, signIn: SignInFlow): AuthProvider {
  const changes = new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
  let known: readonly vscode.AuthenticationSession[] = [];
  const list = async (): Promise<vscode.AuthenticationSession[]> =>
    (known = (await session.accounts()).map(toSession)).slice();
  const registration = vscode.authentication.registerAuthenticationProvider(
    'wrapsmith',
    'Genesys Cloud',
    {
      onDidChangeSessions: changes.event,
      getSessions: async (scopes, { account }) =>
        (await list()).filter(
          (one) =>
            (scopes ?? []).every((scope) => one.scopes.includes(scope)) && (!account || account.id === one.account.id),
        ),
      createSession: async (scopes) => {
        // Asked by another extension, this does not pass the command that would refuse it.
        assertTrusted();
        const region = scopes.map(findRegion).find((found) => found !== undefined);
        return toSession(await signIn(region && { kind: 'org', name: region.name, region, protected: false }));
      },
      removeSession: async (id) => void (await session.signOut(id)),
    },
    { supportsMultipleAccounts: true },
  );
  return {
    async changed() {
      const before = known;
      const after = await list();
      changes.fire({ added: without(after, before), removed: without(before, after), changed: [] });
    },
    dispose() {
      registration.dispose();
      changes.dispose();
    },
  };
}

/** The scope is the region's domain: it is what decides which account fits an environment. */
function toSession(account: Account): vscode.AuthenticationSession {
  const { id, region } = account;
  return { id, accessToken: '', account: { id, label: accountLabel(account) }, scopes: [region] };
}

function without(
  sessions: readonly vscode.AuthenticationSession[],
  others: readonly vscode.AuthenticationSession[],
): vscode.AuthenticationSession[] {
  return sessions.filter(({ id }) => !others.some((other) => other.id === id));
}
