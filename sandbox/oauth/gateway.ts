/**
 * An identity gateway: a token for a signed JWT (RFC 7523, RS256). The platform itself publishes no such grant. A
 * company may run a gateway of this kind in front of it, so the sandbox has one on a path of its own.
 */
import { errors, importSPKI, type JWTPayload, jwtVerify } from 'jose';
import type { Clock } from '../clock.ts';
import { methodNotAllowed } from '../errors.ts';
import type { Answer } from '../exchange.ts';
import type { Client } from '../org/model.ts';
import { type Caller, callerOf } from '../tokens.ts';
import type { LoginRequest } from './login.ts';
import { activeUsers, userCaller } from './rights.ts';
import { formOf, invalidGrant, type Issuer, issued, refused } from './token.ts';

export const gatewayPath = '/gateway/oauth/token';
const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** How far ahead a JWT may end. RFC 7523 leaves the number to the server. */
const longestSeconds = 3600;

/** Answers what is sent to the gateway's path. Throws a `Refusal` for a wrong method. */
export type Gateway = (request: LoginRequest) => Promise<Answer>;

/** `publicKey` is an RSA key in PEM (SPKI), the one that JWTs are signed for. Throws an Error with a plain sentence. */
export async function createGateway(publicKey: string, issuer: Issuer, clock: Clock): Promise<Gateway> {
  const key = await importSPKI(publicKey, 'RS256').catch(() => {
    throw new Error('The gateway’s key is no public RSA key in PEM. It begins with "-----BEGIN PUBLIC KEY-----".');
  });
  /** Ids of JWTs that were used, so that none counts twice. */
  const used = new Set<string>();

  return async (request) => {
    if (request.method !== 'POST') throw methodNotAllowed(['POST']);
    const form = formOf(request);
    if (!(form instanceof URLSearchParams)) return form;
    if (form.get('grant_type') !== grantType) {
      return refused(400, 'unsupported_grant_type', 'This gateway takes JWTs only');
    }
    const now = clock.now();
    const claims = await jwtVerify(form.get('assertion') ?? '', key, {
      algorithms: ['RS256'],
      audience: `http://${request.host}${gatewayPath}`,
      requiredClaims: ['iss', 'sub', 'aud', 'exp'],
      currentDate: new Date(now),
    }).then(
      ({ payload }) => payload,
      (error: unknown) => whyNot(error),
    );
    if (typeof claims === 'string') return invalidGrant(claims);
    if ((claims.exp ?? 0) * 1000 - now > longestSeconds * 1000) return invalidGrant('The JWT lives for too long');
    const caller = callerIn(claims, issuer);
    if (!caller) return invalidGrant('The issuer or the subject of the JWT is not known');
    const { jti } = claims;
    if (jti !== undefined) {
      if (used.has(jti)) return invalidGrant('The JWT was used before');
      used.add(jti);
    }
    return issued(issuer, issuer.tokens.issue(caller));
  };
}

/** The issuer is one of the org's clients; the subject is the same client, or a user by id or e-mail address. */
function callerIn({ iss, sub }: JWTPayload, { org }: Issuer): Caller | undefined {
  const clients: readonly Client[] = Object.values(org.clients);
  const client = clients.find(({ id }) => id === iss);
  if (!client) return undefined;
  if (sub === client.id) return callerOf(client);
  const user = activeUsers(org).find(({ id, email }) => id === sub || email === sub);
  return user && userCaller(user, client);
}

/** The library's own sentence could quote the JWT. */
function whyNot(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'The JWT is over';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'The signature of the JWT does not fit';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'The JWT is not signed with RS256';
  if (error instanceof errors.JWTClaimValidationFailed) return `The claim ${error.claim} of the JWT does not fit`;
  return 'The assertion is no JWT';
}
