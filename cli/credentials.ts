import { type Credentials, gatewayAddress } from '#core/genesys/index.ts';
import { CliError, type CliIo } from './io.ts';
import type { TargetOptions } from './options.ts';

/** What the environment says, or a person who has still to be sent to a browser. */
export type SignInOf = Credentials | { readonly kind: 'browser'; readonly clientId: string };

/**
 * What to sign in with, from the environment variables that the ecosystem's other tools use and those of an identity
 * gateway. A token belongs to a real org and is never shown to a sandbox. A client id without a secret means a browser,
 * for which somebody has to be at the terminal. Throws `CliError`.
 */
export function credentialsFor({ sandbox }: TargetOptions, { env, ask }: Pick<CliIo, 'env' | 'ask'>): SignInOf {
  // A line end at the end of a stored secret is common, and never meant.
  const accessToken = env['GENESYSCLOUD_ACCESS_TOKEN']?.trim();
  if (accessToken && sandbox === undefined) return { kind: 'accessToken', accessToken };
  const clientId = env['GENESYSCLOUD_OAUTHCLIENT_ID']?.trim();
  const gateway = env['WRAPSMITH_GATEWAY_URL']?.trim();
  if (gateway) return gatewayCredentials(gateway, clientId, env['WRAPSMITH_GATEWAY_KEY']);
  const clientSecret = env['GENESYSCLOUD_OAUTHCLIENT_SECRET']?.trim();
  if (clientId && clientSecret) return { kind: 'clientCredentials', clientId, clientSecret };
  if (clientId && ask) return { kind: 'browser', clientId };
  const names = 'GENESYSCLOUD_OAUTHCLIENT_ID and GENESYSCLOUD_OAUTHCLIENT_SECRET';
  throw new CliError(
    sandbox === undefined
      ? `Not signed in: set ${names}, or GENESYSCLOUD_ACCESS_TOKEN.`
      : `Not signed in: set ${names} to the clientId and clientSecret that the sandbox printed.`,
  );
}

/** CI systems keep a key in one line, with `\\n` for its line ends. */
function gatewayCredentials(address: string, clientId: string | undefined, key: string | undefined): Credentials {
  const found = gatewayAddress(address);
  if (!found.ok) throw new CliError(`WRAPSMITH_GATEWAY_URL is not right. ${found.why}`);
  const privateKey = key?.replaceAll('\\n', '\n').trim();
  if (clientId && privateKey) return { kind: 'jwtBearer', clientId, privateKey, gateway: found.gateway };
  throw new CliError(
    'Not signed in: WRAPSMITH_GATEWAY_URL also needs GENESYSCLOUD_OAUTHCLIENT_ID and WRAPSMITH_GATEWAY_KEY, a private key in PEM (PKCS #8).',
  );
}
