import type { Credentials, GatewayResult, UserTokenStore } from '#core/genesys/index.ts';
import { UserError, type ErrorAction } from '../errors.ts';
import type { SignInWith } from './credentials.ts';

export interface CoreCredentialsDeps {
  /** Called with each secret before it is used, so that no log ever shows it. */
  readonly onSecret: (secret: string) => void;
  /** The identity gateway of the user's own settings, at this moment. */
  readonly gateway: () => GatewayResult;
}

/** What is kept of a sign-in, as the core takes it. Throws a `UserError` where a gateway is needed and none is set. */
export function coreCredentials(signIn: SignInWith, { onSecret, gateway }: CoreCredentialsDeps): Credentials {
  const { clientId } = signIn;
  switch (signIn.kind) {
    case 'client':
      onSecret(signIn.clientSecret);
      return { kind: 'clientCredentials', clientId, clientSecret: signIn.clientSecret };
    case 'browser':
      return { kind: 'authorizationCode', clientId, tokens: toldOf(signIn.tokens, onSecret) };
    case 'gateway': {
      // A log has lines, and so has a key.
      for (const line of signIn.privateKey.split(/\r?\n/)) if (!line.startsWith('-----')) onSecret(line);
      const found = gateway();
      if (!found.ok) throw new UserError(found.why, [GATEWAY_SETTING]);
      return { kind: 'jwtBearer', clientId, privateKey: signIn.privateKey, gateway: found.gateway };
    }
  }
}

export const GATEWAY_SETTING: ErrorAction = {
  title: 'Open Settings',
  command: 'workbench.action.openSettings',
  args: ['wrapsmith.signIn.gateway'],
};

/** Whether a connection that was made with `before` serves `now` too. */
export function isSameSignIn(before: SignInWith, now: SignInWith): boolean {
  if (before.clientId !== now.clientId) return false;
  if (before.kind === 'client') return now.kind === 'client' && now.clientSecret === before.clientSecret;
  if (before.kind === 'browser') return now.kind === 'browser' && now.tokens === before.tokens;
  return now.kind === 'gateway' && now.privateKey === before.privateKey;
}

function toldOf({ load, save }: UserTokenStore, onSecret: (secret: string) => void): UserTokenStore {
  return {
    async load(options) {
      const tokens = await load(options);
      for (const secret of [tokens?.accessToken, tokens?.refreshToken]) if (secret !== undefined) onSecret(secret);
      return tokens;
    },
    save(tokens) {
      for (const secret of [tokens.accessToken, tokens.refreshToken]) if (secret !== undefined) onSecret(secret);
      return save(tokens);
    },
  };
}
