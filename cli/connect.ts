import type { GenesysProject } from '#core/contract/generated/files.ts';
import { PlanRefused } from '#core/deploy/index.ts';
import { GenesysError } from '#core/genesys/error.ts';
import { explainFailure } from '#core/genesys/explain.ts';
import {
  actorOf,
  createGenesys,
  type Credentials,
  gatewayFits,
  type Genesys,
  type SignedIn,
} from '#core/genesys/index.ts';
import { loggerTo } from '#host/logger.ts';
import { proxyFromEnv } from '#host/proxy.ts';
import { systemRandom } from '#host/random.ts';
import { browserTokens, type BrowserTokensParts, signedOutAtEnd } from './browserTokens.ts';
import { credentialsFor, type SignInOf } from './credentials.ts';
import { CliError, type CliIo, EXIT } from './io.ts';
import type { CommonOptions, TargetOptions } from './options.ts';
import { noProgress, type Progress, progressOn } from './progress.ts';
import { type Destination, destinationFor } from './target.ts';

/** The way to an org; close `genesys` afterwards. */
export interface Connection {
  readonly genesys: Genesys;
  readonly destination: Destination;
  readonly progress: Progress;
  /** Whose credentials these are, by id. Throws `GenesysError`. */
  readonly actor: () => Promise<SignedIn>;
  /** What went wrong, as an error to throw. */
  readonly explained: (error: unknown) => unknown;
}

/** Finds the org that is meant and what to sign in with. Sends nothing. Throws `CliError`. */
export function connect(
  options: CommonOptions & TargetOptions,
  project: GenesysProject | undefined,
  io: CliIo,
): Connection {
  const destination = destinationFor(options, project, io.env);
  const asked = credentialsFor(options, io);
  const proxy = proxyFromEnv(destination.target.loopback ? {} : io.env);
  if (!proxy.ok) throw new CliError(proxy.reason);
  const progress = options.quiet === true ? noProgress : progressOn(io.stderr);
  const { target } = destination;
  const { agentFor } = proxy;
  const logger = loggerTo((level, message) => {
    if (level === 'warn' || level === 'error') progress.note(`${level === 'warn' ? 'warning' : level}: ${message}`);
  });
  const { credentials, atEnd } = signInOf(asked, { target, logger, agentFor }, io);
  if (credentials.kind === 'jwtBearer' && !gatewayFits(credentials.gateway, target)) {
    throw new CliError('WRAPSMITH_GATEWAY_URL is for a real org, and a sandbox is not shown its tokens. Unset it.');
  }
  const { rateShare } = options;
  const opened = createGenesys({
    target,
    credentials,
    clock: io.clock,
    random: systemRandom,
    logger,
    agentFor,
    ...(rateShare === undefined ? {} : { rateShare: () => rateShare }),
  });
  const genesys = atEnd(opened);
  return {
    genesys,
    destination,
    progress,
    actor: () => actorOf(genesys, credentials, { signal: io.signal }),
    explained: (error) => asCliError(error, destination, credentials),
  };
}

interface SignIn {
  readonly credentials: Credentials;
  /** The org with what is still to be done when it is closed. */
  readonly atEnd: (genesys: Genesys) => Genesys;
}

function signInOf(asked: SignInOf, parts: Omit<BrowserTokensParts, 'clientId'>, io: CliIo): SignIn {
  if (asked.kind !== 'browser') return { credentials: asked, atEnd: (genesys) => genesys };
  const { clientId } = asked;
  const tokens = browserTokens({ ...parts, clientId }, io);
  return {
    credentials: { kind: 'authorizationCode', clientId, tokens },
    atEnd: (genesys) => signedOutAtEnd(genesys, tokens),
  };
}

/** What went wrong before anything was written, as a sentence; errors that are none of ours stay as they are. */
function asCliError(error: unknown, { target, planTarget }: Destination, credentials: Credentials): unknown {
  if (error instanceof PlanRefused) return new CliError(error.message);
  if (!(error instanceof GenesysError)) return error;
  const { kind } = error.failure;
  const hints = [
    ...(kind === 'unreachable' && target.loopback
      ? [
          'A sandbox lives as long as the command that started it; "wrapsmith sandbox" starts one and prints its address.',
        ]
      : []),
    ...(kind === 'unauthorized' && credentials.kind === 'accessToken'
      ? ['The token is the one of GENESYSCLOUD_ACCESS_TOKEN.']
      : []),
  ];
  const exitCode = kind === 'unauthorized' ? EXIT.usage : EXIT.problems;
  return new CliError([explainFailure(error.failure, { environment: planTarget.name }), ...hints].join(' '), exitCode);
}
