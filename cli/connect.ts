import type { GenesysProject } from '#core/contract/generated/files.ts';
import { PlanRefused } from '#core/deploy/index.ts';
import { GenesysError } from '#core/genesys/error.ts';
import { explainFailure } from '#core/genesys/explain.ts';
import { actorOf, createGenesys, type Credentials, type Genesys, type SignedIn } from '#core/genesys/index.ts';
import { loggerTo } from '#host/logger.ts';
import { proxyFromEnv } from '#host/proxy.ts';
import { systemRandom } from '#host/random.ts';
import { CliError, type CliIo, EXIT } from './io.ts';
import type { CommonOptions, TargetOptions } from './options.ts';
import { noProgress, type Progress, progressOn } from './progress.ts';
import { credentialsFor, type Destination, destinationFor } from './target.ts';

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
  const credentials = credentialsFor(options, io.env);
  const proxy = proxyFromEnv(destination.target.loopback ? {} : io.env);
  if (!proxy.ok) throw new CliError(proxy.reason);
  const progress = options.quiet === true ? noProgress : progressOn(io.stderr);
  const genesys = createGenesys({
    target: destination.target,
    credentials,
    clock: io.clock,
    random: systemRandom,
    logger: loggerTo((level, message) => {
      if (level === 'warn' || level === 'error') progress.note(`${level === 'warn' ? 'warning' : level}: ${message}`);
    }),
    agentFor: proxy.agentFor,
  });
  return {
    genesys,
    destination,
    progress,
    actor: () => actorOf(genesys, credentials, { signal: io.signal }),
    explained: (error) => asCliError(error, destination, credentials),
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
