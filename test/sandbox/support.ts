/** A sandbox for one test, and a plain client that hides nothing. */
import { onTestFinished } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '#sandbox/server.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** JSON as tests read it: each step may be missing, and then an expectation fails. */
export interface Body {
  readonly [key: string]: unknown;
}

export interface Listed extends Body {
  readonly entities: readonly Entity[];
  readonly pageSize: number;
  readonly pageNumber: number;
  readonly total: number;
  readonly pageCount: number;
}

export interface Entity extends Body {
  readonly id: string;
  readonly name: string;
  readonly division: { readonly id: string };
  readonly description?: string;
}

export interface Api {
  readonly token: string;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
  get(path: string): Promise<Answered>;
  list(path: string): Promise<Listed>;
  /** All entities of all pages. */
  all(path: string, pageSize?: number): Promise<readonly Entity[]>;
}

export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  onTestFinished(() => sandbox.close());
  return sandbox;
}

export function requestToken(
  sandbox: Sandbox,
  id: string = sandbox.clientId,
  secret: string = sandbox.clientSecret,
  form = 'grant_type=client_credentials',
): Promise<Response> {
  return fetch(`${sandbox.url}/oauth/token`, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: form,
  });
}

export async function signIn(sandbox: Sandbox, client = sandbox.clients.full): Promise<Api> {
  const response = await requestToken(sandbox, client.id, client.secret);
  const { access_token: token } = (await response.json()) as { access_token: string };
  return apiWith(sandbox, token);
}

export function apiWith(sandbox: Sandbox, token: string): Api {
  const api: Api = {
    token,
    async send(method, path, body, headers = {}) {
      const hasBody = body !== undefined;
      const response = await fetch(sandbox.url + path, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          ...(hasBody ? { 'Content-Type': 'application/json' } : {}),
          ...headers,
        },
        ...(hasBody ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
        redirect: 'manual',
      });
      const text = await response.text();
      const answered = text === '' ? {} : (JSON.parse(text) as Body);
      return { status: response.status, headers: response.headers, body: answered };
    },
    get: (path) => api.send('GET', path),
    list: async (path) => (await api.get(path)).body as unknown as Listed,
    async all(path, pageSize = 100) {
      const join = path.includes('?') ? '&' : '?';
      const entities: Entity[] = [];
      for (let page = 1, pages = 1; page <= pages; page += 1) {
        const listed = await api.list(`${path}${join}pageSize=${pageSize}&pageNumber=${page}`);
        entities.push(...listed.entities);
        pages = listed.pageCount;
      }
      return entities;
    },
  };
  return api;
}

/** A clock that stands still until a test moves it. */
export function testClock(start = Date.UTC(2026, 10, 20, 12)): { now(): number; advance(seconds: number): void } {
  let now = start;
  return {
    now: () => now,
    advance(seconds) {
      now += seconds * 1000;
    },
  };
}

export const codesPath = '/api/v2/routing/wrapupcodes';
export const queuesPath = '/api/v2/routing/queues';

/** The seed's queue of that name. */
export function queueIdOf(sandbox: Sandbox, name: string): string {
  const found = [...sandbox.org.queues.values()].find((queue) => queue.name === name);
  if (!found) throw new Error(`The seed has no queue ${name}.`);
  return found.id;
}

export function divisionIdOf(sandbox: Sandbox, name: string): string {
  const found = sandbox.org.divisions.find((division) => division.name === name);
  if (!found) throw new Error(`The seed has no division ${name}.`);
  return found.id;
}

/** The seed's living code of that name. */
export function codeIdOf(sandbox: Sandbox, name: string): string {
  const found = [...sandbox.org.codes.values()].find((code) => code.name === name && !code.deleted);
  if (!found) throw new Error(`The seed has no code ${name}.`);
  return found.id;
}
