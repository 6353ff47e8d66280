/** A sandbox with its control port, and a client for it. */
import { openSandbox, signIn, type Api } from '../support.ts';
import type { Sandbox, SandboxOptions } from '#sandbox/server.ts';

export interface Remote {
  send(method: string, path: string, body?: unknown): Promise<Told>;
  /** Asks for a fault and gives its id. */
  fault(rule: object): Promise<string>;
}

export interface Told {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Controlled {
  readonly sandbox: Sandbox;
  readonly api: Api;
  readonly remote: Remote;
}

export async function openControlled(options: SandboxOptions = {}): Promise<Controlled> {
  const sandbox = await openSandbox({ ...options, control: true });
  return { sandbox, api: await signIn(sandbox), remote: remoteOf(sandbox.control) };
}

/** A client of a control port, in this process or another one. */
export function remoteOf(control: Sandbox['control']): Remote {
  if (!control) throw new Error('The control port is not open.');
  const remote: Remote = {
    async send(method, path, body) {
      const response = await fetch(`${control.url}/${path}`, {
        method,
        headers: { Authorization: `Bearer ${control.secret}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as Told['body'] };
    },
    async fault(rule) {
      const { status, body } = await remote.send('POST', 'faults', rule);
      if (status !== 200) throw new Error(String(body['error']));
      return String(body['id']);
    },
  };
  return remote;
}
