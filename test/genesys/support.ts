/** The real client against the real sandbox, with a clock that costs no time and a log that is kept. */
import { onTestFinished } from 'vitest';
import { GenesysError, type Failure } from '#core/genesys/error.ts';
import { createGenesys, sandboxTarget, type Credentials, type Genesys, type Target } from '#core/genesys/index.ts';
import type { Logger, Random } from '#core/ports.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '#sandbox/server.ts';
import { type FakeClock, fakeClock } from '../support/fakeClock.ts';

export interface KeptLog extends Logger {
  readonly lines: string[];
}

export function keptLog(): KeptLog {
  const lines: string[] = [];
  const keep = (message: string): void => void lines.push(message);
  return { lines, debug: keep, info: keep, warn: keep, error: keep };
}

export const steadyRandom: Random = { next: () => 0.5 };

export interface World {
  readonly sandbox: Sandbox;
  readonly genesys: Genesys;
  readonly clock: FakeClock;
  readonly log: KeptLog;
  /** Seconds left, as they were shown. */
  readonly waits: number[];
  /** Happens at the test's end anyway; for tests that open many. */
  close(): Promise<void>;
}

export interface WorldOptions extends Omit<SandboxOptions, 'clock'> {
  readonly credentials?: (sandbox: Sandbox) => Credentials | Promise<Credentials>;
  readonly clock?: FakeClock;
  readonly timeoutMs?: number;
  readonly rateShare?: number;
}

export const fullClient = (sandbox: Sandbox): Credentials => clientOf(sandbox.clients.full);
export const clientOf = ({ id, secret }: { readonly id: string; readonly secret: string }): Credentials => ({
  kind: 'clientCredentials',
  clientId: id,
  clientSecret: secret,
});

export function targetOf(url: string): Target {
  const result = sandboxTarget(url);
  if (!result.ok) throw new Error(result.why);
  return result.target;
}

export async function openWorld({
  credentials = fullClient,
  timeoutMs,
  rateShare,
  clock = fakeClock(),
  ...options
}: WorldOptions = {}): Promise<World> {
  const sandbox = await startSandbox({ ...options, clock });
  const log = keptLog();
  const waits: number[] = [];
  const genesys = createGenesys({
    target: targetOf(sandbox.url),
    credentials: await credentials(sandbox),
    clock,
    random: steadyRandom,
    logger: log,
    onWait: (seconds) => void waits.push(seconds),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(rateShare === undefined ? {} : { rateShare: () => rateShare }),
  });
  const close = async (): Promise<void> => {
    genesys.close();
    // A test may have closed it already, to be a host that went away.
    await sandbox.close().catch(() => undefined);
  };
  onTestFinished(close);
  return { sandbox, genesys, clock, log, waits, close };
}

/** The failure that a call ends in; a call that succeeds fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<Failure> {
  try {
    await call;
  } catch (error) {
    if (error instanceof GenesysError) return error.failure;
    throw error;
  }
  throw new Error('The call succeeded, though it was to fail.');
}

/** A token as a person would paste it: made beside the client, so that a test knows it. */
export async function accessTokenOf({ url, clientId, clientSecret }: Sandbox): Promise<string> {
  const response = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  const { access_token: token } = (await response.json()) as { readonly access_token: string };
  return token;
}
