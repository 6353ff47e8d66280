import {
  type BrowserPorts,
  type BrowserSignIn,
  browserSignIn,
  type UserTokens,
  type UserTokenStore,
} from '#core/genesys/index.ts';
import { listenForRedirect, PortTaken } from '#host/loopbackRedirect.ts';
import { systemRandom } from '#host/random.ts';
import { CliError, type CliIo } from './io.ts';

export type BrowserTokensParts = Omit<BrowserSignIn, 'clock' | 'random'>;

/** Tokens of the person at the terminal, for this run only: the browser is asked for when the first is needed. */
export function browserTokens(parts: BrowserTokensParts, io: CliIo): UserTokenStore {
  let held: UserTokens | undefined;
  return {
    load: async (options) =>
      (held ??= await browserSignIn({ ...parts, clock: io.clock, random: systemRandom }, terminalPorts(io), options)),
    async save(tokens) {
      held = tokens;
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
