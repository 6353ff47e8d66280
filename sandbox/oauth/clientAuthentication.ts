/** Who sends a token request. */
import type { Client } from '../org/model.ts';
import type { Switches } from '../switches.ts';
import type { SignInApp, SignInApps } from './apps.ts';

/** Id and secret as they were sent; each may be missing. */
export interface Credentials {
  readonly id?: string | undefined;
  readonly secret?: string | undefined;
}

/** From the Basic header, or else from the form. */
export function credentialsOf(
  authorization: string | undefined,
  form: URLSearchParams,
  switches: Switches,
): Credentials {
  if (authorization !== undefined) return basicCredentials(authorization);
  const id = form.get('client_id') ?? undefined;
  return switches.bodyCredentials === 'accepted' ? { id, secret: form.get('client_secret') ?? undefined } : { id };
}

function basicCredentials(authorization: string): Credentials {
  const encoded = /^Basic ([\w+/=]+)$/i.exec(authorization)?.[1];
  if (encoded === undefined) return {};
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  return colon < 0 ? {} : { id: decoded.slice(0, colon), secret: decoded.slice(colon + 1) };
}

/** The client that asks for itself; it always needs its secret. */
export function clientNamed(clients: Iterable<Client>, { id, secret }: Credentials): Client | undefined {
  return [...clients].find((client) => client.id === id && client.secret === secret);
}

/** The app that people sign in through; one without a secret is known by its id alone, and sends no secret. */
export function appNamed(apps: SignInApps, { id, secret }: Credentials): SignInApp | undefined {
  const known: readonly SignInApp[] = Object.values(apps);
  return known.find((app) => app.id === id && app.secret === secret);
}
