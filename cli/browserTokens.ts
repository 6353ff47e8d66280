import {
  type BrowserPorts,
  type BrowserSignIn,
  browserSignIn,
  type Genesys,
  type UserTokens,
  type UserTokenStore,
} from '#core/genesys/index.ts';
import { listenForRedirect, PortTaken } from '#host/loopbackRedirect.ts';
import { systemRandom } from '#host/random.ts';
import { CliError, type CliIo } from './io.ts';

export type BrowserTokensParts = Omit<BrowserSignIn, 'clock' | 'random'>;

/** Tokens of the person at the terminal, for this run only. */
export interface BrowserTokens extends UserTokenStore {
  /** Whether somebody has signed in. */
  readonly isHeld: () => boolean;
}

/** The browser is asked for when the first token is needed. */
export function browserTokens(parts: BrowserTokensParts, io: CliIo): BrowserTokens {
  let held: UserTokens | undefined;
  return {
    isHeld: () => held !== undefined,
    load: async (options) =>
      (held ??= await browserSignIn({ ...parts, clock: io.clock, random: systemRandom }, terminalPorts(io), options)),
    async save(tokens) {
      held = tokens;
    },
  };
}

/** The same org, whose closing signs out: a token that nobody keeps is ended, as far as the org can be reached. */
export function signedOutAtEnd(genesys: Genesys, tokens: BrowserTokens): Genesys {
  const signOut = async (): Promise<void> => {
    await genesys.revoke().catch(() => undefined);
    genesys.close();
  };
  let isOver = false;
  return {
    ...genesys,
    close() {
      if (isOver) return;
      isOver = true;
      if (tokens.isHeld()) void signOut();
      else genesys.close();
    },
  };
}

/** The address is printed and not opened: a terminal may be anywhere, and most make it a link. */
function terminalPorts({ env, stderr }: CliIo): BrowserPorts {
  return {
    listen: async (accepts) => {
      try {
        return await listenForRedirect(portOf(env['WRAPSMITH_REDIRECT_PORT']), accepts);
      } catch (error) {
        throw error instanceof PortTaken ? new CliError(error.message) : error;
      }
    },
    async open(url) {
      stderr.write(
        `GENESYSCLOUD_OAUTHCLIENT_SECRET is not set, so a person signs in. Open this page in a browser on this machine, within five minutes:\n  ${url}\n`,
      );
    },
  };
}

function portOf(text = ''): number {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  const port = Number(trimmed);
  if (/^\d+$/.test(trimmed) && port <= 65_535) return port;
  throw new CliError(
    'WRAPSMITH_REDIRECT_PORT is not a port. Use a number up to 65535, or leave it out for any that is free.',
  );
}
