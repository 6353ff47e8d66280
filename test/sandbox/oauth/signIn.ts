/** A sign-in as a program and a person do it, step by step and over HTTP. */
import { createHash, randomBytes } from 'node:crypto';
import type { User } from '#sandbox/org/model.ts';
import type { Sandbox } from '#sandbox/server.ts';

export const redirectUri = 'http://127.0.0.1:49152/signed-in';

export interface Proof {
  readonly verifier: string;
  readonly challenge: string;
}

export function newProof(): Proof {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** The address of the sign-in page; what is undefined is left out. */
export function authorizeUrl(sandbox: Sandbox, changes: Readonly<Record<string, string | undefined>> = {}): string {
  const url = new URL(`${sandbox.url}/oauth/authorize`);
  const parameters: Readonly<Record<string, string | undefined>> = {
    response_type: 'code',
    client_id: sandbox.apps.desktop.id,
    redirect_uri: redirectUri,
    state: 'state-1',
    code_challenge: newProof().challenge,
    code_challenge_method: 'S256',
    ...changes,
  };
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}

/** A GET that follows nothing. */
export const open = (url: string): Promise<Response> => fetch(url, { redirect: 'manual' });

/** Where a redirect leads to. */
export function target(response: Response): URL {
  return new URL(response.headers.get('Location') ?? 'about:blank');
}

/** The form of the page, sent as a browser sends it: to its own relative address. */
export async function answerPage(
  pageUrl: string,
  html: string,
  decision: 'allow' | 'deny',
  userId: string,
): Promise<Response> {
  const action = /<form method="post" action="([^"]+)">/.exec(html)?.[1] ?? '';
  const page = /name="page" value="([^"]+)"/.exec(html)?.[1] ?? '';
  return fetch(new URL(action, pageUrl), {
    method: 'POST',
    body: new URLSearchParams({ page, user: userId, decision }),
    redirect: 'manual',
  });
}

/** The first active user with that title, and so with those rights. */
export function userTitled(sandbox: Sandbox, title: string): User {
  const found = sandbox.org.users.find((user) => user.title === title && user.state === 'active');
  if (!found) throw new Error(`The seed has no active ${title}.`);
  return found;
}

/** A code for the first administrator, or for `user`. */
export async function codeFor(
  sandbox: Sandbox,
  proof: Proof,
  user = userTitled(sandbox, 'Planner'),
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<string> {
  const url = authorizeUrl(sandbox, { code_challenge: proof.challenge, ...changes });
  const html = await (await open(url)).text();
  return target(await answerPage(url, html, 'allow', user.id)).searchParams.get('code') ?? '';
}

export interface Tokens {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_in: number;
  readonly refresh_token?: string;
  readonly error?: string;
}

/** A token request without a secret. */
export function post(
  sandbox: Sandbox,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${sandbox.url}/oauth/token`, { method: 'POST', headers, body: new URLSearchParams(form) });
}

export async function tokensFor(sandbox: Sandbox, user?: User): Promise<Tokens> {
  const proof = newProof();
  const code = await codeFor(sandbox, proof, user);
  return (await (await exchange(sandbox, code, proof)).json()) as Tokens;
}

export function exchange(
  sandbox: Sandbox,
  code: string,
  { verifier }: Proof,
  changes: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return post(sandbox, {
    grant_type: 'authorization_code',
    client_id: sandbox.apps.desktop.id,
    redirect_uri: redirectUri,
    code,
    code_verifier: verifier,
    ...changes,
  });
}
