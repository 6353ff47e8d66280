/** `POST /oauth/token`, the login host's one path. Its errors have the shape of OAuth, not of the API. */
import type { Answer } from '../exchange.ts';
import { defaultTokenSeconds } from '../facts.ts';
import type { Client } from '../org/model.ts';
import { callerOf } from '../tokens.ts';
import type { World } from '../world.ts';

export interface TokenRequest {
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

/** Issues a token for the client credentials grant; every other grant is refused. */
export function issueToken(world: World, request: TokenRequest): Answer {
  if (mediaType(request.contentType) !== 'application/x-www-form-urlencoded') {
    return refused(400, 'invalid_request', 'The request body must be a form');
  }
  const form = new URLSearchParams(request.body);
  const client = clientOf(world, request.authorization, form);
  if (!client) return refused(Number(world.switches.badClientStatus), 'invalid_client', 'authentication failed');
  const grant = form.get('grant_type');
  if (grant === null) return refused(400, 'invalid_request', 'grant_type is missing');
  if (grant !== 'client_credentials') return refused(400, 'unsupported_grant_type', 'grant type is not supported');
  const token = world.tokens.issue(callerOf(client));
  return {
    status: 200,
    body: { access_token: token.value, token_type: 'bearer', expires_in: defaultTokenSeconds },
    headers: { 'Cache-Control': 'no-store' },
  };
}

function clientOf(world: World, authorization: string | undefined, form: URLSearchParams): Client | undefined {
  const [id, secret] =
    authorization === undefined && world.switches.bodyCredentials === 'accepted'
      ? [form.get('client_id'), form.get('client_secret')]
      : basicCredentials(authorization);
  return Object.values(world.org.clients).find((client: Client) => client.id === id && client.secret === secret);
}

function basicCredentials(authorization: string | undefined): readonly [string?, string?] {
  const encoded = /^Basic ([\w+/=]+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return [];
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  return colon < 0 ? [] : [decoded.slice(0, colon), decoded.slice(colon + 1)];
}

/** `error` and both descriptions were seen in reports of failed logins; the other codes are those of RFC 6749. */
function refused(status: number, error: string, description: string): Answer {
  return { status, body: { error, description, error_description: description } };
}

/** The media type of a Content-Type header, without parameters, in lower case. */
export function mediaType(contentType: string | undefined): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
