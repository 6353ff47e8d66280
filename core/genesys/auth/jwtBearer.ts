import { importPKCS8, SignJWT } from 'jose';
import * as oauth from 'oauth4webapi';
import type { Clock } from '../../ports.ts';
import { GenesysError } from '../error.ts';
import type { CallOptions } from '../request.ts';
import type { JwtCredentials, TokenFetch, UserTokens } from './credentials.ts';
import { TOKEN_PATH, through, tokensOf } from './login.ts';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const ALGORITHM = 'RS256';
/** How long a JWT may be used, in seconds: it is sent at once, and a clock may be a little wrong. */
const JWT_SECONDS = 120;

/** A token that an identity gateway gives for a signed JWT (RFC 7523, section 2.1). */
export async function jwtBearerToken(
  credentials: JwtCredentials,
  clock: Clock,
  fetchToken: TokenFetch,
  options: CallOptions,
): Promise<UserTokens> {
  const { clientId, gateway } = credentials;
  const { origin, protocol } = new URL(gateway.tokenUrl);
  const server: oauth.AuthorizationServer = { issuer: origin, token_endpoint: gateway.tokenUrl };
  const client: oauth.Client = { client_id: clientId };
  const assertion = await signedJwt(credentials, clock);
  const way = through(fetchToken, 'jwtBearer', [assertion], protocol === 'http:', options);
  const response = await oauth.genericTokenEndpointRequest(
    server,
    client,
    oauth.None(),
    GRANT_TYPE,
    new URLSearchParams({ assertion }),
    way,
  );
  return tokensOf('jwtBearer', clock, () => oauth.processGenericTokenEndpointResponse(server, client, response));
}

/** The claims that RFC 7523 asks for (section 3), and an id so that no JWT counts twice. */
async function signedJwt({ clientId, privateKey, gateway }: JwtCredentials, clock: Clock): Promise<string> {
  const now = Math.floor(clock.now() / 1000);
  const key = await importPKCS8(privateKey, ALGORITHM).catch(() => {
    // The library's error may quote the key.
    throw keyNotReadable();
  });
  return new SignJWT()
    .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(gateway.tokenUrl)
    .setIssuedAt(now)
    .setExpirationTime(now + JWT_SECONDS)
    .setJti(oauth.generateRandomState())
    .sign(key);
}

/** Undefined for a key that JWTs can be signed with, else what is wrong with it. */
export async function wrongPrivateKey(privateKey: string): Promise<string | undefined> {
  try {
    await importPKCS8(privateKey, ALGORITHM);
    return undefined;
  } catch {
    return KEY_WORDS;
  }
}

const KEY_WORDS =
  'The private key is not an RSA key in PKCS #8 (PEM). It begins with "-----BEGIN PRIVATE KEY-----"; `openssl pkcs8 -topk8 -nocrypt` makes one of another RSA key.';

const keyNotReadable = (): GenesysError =>
  new GenesysError({
    kind: 'unauthorized',
    method: 'POST',
    path: TOKEN_PATH,
    grant: 'jwtBearer',
    code: 'private_key',
    message: KEY_WORDS,
    ambiguous: false,
  });
