import type { Clock, Logger } from '#core/ports.ts';
import { UserError } from '../errors.ts';
import { isRecord } from '../isRecord.ts';

/** What the sandbox prints when it listens. The secret is made for this run and is kept in memory only. */
export interface SandboxAddress {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The OAuth client that people sign in through with the browser. */
  readonly pkceClientId: string;
}

/** A child process, as far as this manager needs one. Tests pass their own. */
export interface Child {
  onLine(listener: (line: string) => void): void;
  /** Called once, also when the process could not be started; `reason` completes 'The sandbox ended: …'. */
  onExit(listener: (reason: string) => void): void;
  kill(): void;
}

export interface SandboxProcess {
  /** The running sandbox; starts one when none runs or the last one ended. Calls at the same time share it. */
  ready(): Promise<SandboxAddress>;
  /** The address while it runs, without starting it. */
  running(): SandboxAddress | undefined;
  dispose(): void;
}

export interface SandboxProcessDeps {
  readonly spawn: () => Child;
  readonly clock: Clock;
  readonly log: Logger;
  /** Called when it began to listen and when it ended. */
  readonly onChange: () => void;
}

const START_MS = 20_000;

export function sandboxProcess({ spawn, clock, log, onChange }: SandboxProcessDeps): SandboxProcess {
  let child: Child | undefined;
  let starting: Promise<SandboxAddress> | undefined;
  let address: SandboxAddress | undefined;

  const forget = (ended: Child): void => {
    if (child !== ended) return;
    child = undefined;
    starting = undefined;
    address = undefined;
    onChange();
  };

  const start = async (): Promise<SandboxAddress> => {
    const own = spawn();
    child = own;
    try {
      address = await firstAddress(own, clock, (reason) => {
        log.info(`The sandbox ended: ${reason}.`);
        forget(own);
      });
    } catch (error) {
      own.kill();
      forget(own);
      throw error;
    }
    log.info(`The sandbox listens at ${address.url}.`);
    onChange();
    return address;
  };

  return {
    ready() {
      if (starting) return starting;
      const attempt = start();
      starting = attempt;
      attempt.catch(() => {
        if (starting === attempt) starting = undefined;
      });
      return attempt;
    },
    running: () => address,
    dispose() {
      child?.kill();
      child = undefined;
      starting = undefined;
      address = undefined;
    },
  };
}

/** Resolves with the address the process prints; rejects when it ends or stays silent before that. */
async function firstAddress(child: Child, clock: Clock, onExit: (reason: string) => void): Promise<SandboxAddress> {
  const timer = new AbortController();
  try {
    return await new Promise<SandboxAddress>((resolve, reject) => {
      child.onLine((line) => {
        const address = parseAddress(line);
        if (address) resolve(address);
      });
      child.onExit((reason) => {
        onExit(reason);
        reject(cannotStart(`it ended: ${reason}`));
      });
      clock.sleep(START_MS, timer.signal).then(
        () => reject(cannotStart('it did not answer in time')),
        () => undefined,
      );
    });
  } finally {
    timer.abort();
  }
}

function cannotStart(reason: string): UserError {
  return new UserError(`The sandbox could not be started (${reason}). Try again; the log has the details.`, [
    { title: 'Show Log', command: 'wrapsmith.showLog' },
  ]);
}

const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d+\/?$/;

/** The one line of JSON that the sandbox prints. Any other line, or an address that is not loopback, is nothing. */
export function parseAddress(line: string): SandboxAddress | undefined {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isRecord(data)) return undefined;
  const { url, clientId, clientSecret, pkceClientId } = data;
  if (typeof url !== 'string' || typeof clientId !== 'string') return undefined;
  if (typeof clientSecret !== 'string' || typeof pkceClientId !== 'string') return undefined;
  return LOOPBACK.test(url) ? { url, clientId, clientSecret, pkceClientId } : undefined;
}
