import { GenesysError } from '#core/genesys/error.ts';
import { explainFailure } from '#core/genesys/explain.ts';
import { createGenesys, type Credentials, type Genesys } from '#core/genesys/index.ts';
import { PlanRefused, preparePlan } from '#core/deploy/index.ts';
import type { Plan } from '#core/deploy/model.ts';
import { loggerTo } from '#host/logger.ts';
import { proxyFromEnv } from '#host/proxy.ts';
import { systemRandom } from '#host/random.ts';
import { CliError, type CliIo, EXIT } from './io.ts';
import { type LoadedCatalogs, loadCatalogs } from './loadCatalogs.ts';
import type { CommonOptions, TargetOptions } from './options.ts';
import { noProgress, type Progress, progressOn } from './progress.ts';
import { credentialsFor, type Destination, destinationFor } from './target.ts';

/** Everything that `plan` and `push` have in common, up to and with the plan. */
export interface Prepared extends LoadedCatalogs {
  readonly genesys: Genesys;
  readonly destination: Destination;
  readonly progress: Progress;
  readonly plan: Plan;
  /** What went wrong, as an error to throw. */
  readonly explained: (error: unknown) => unknown;
}

export type PlanOptions = CommonOptions & TargetOptions;

/** Checks the catalogs, signs in, reads the org and plans. Throws `CliError`. Close `genesys` afterwards. */
export async function prepare(paths: readonly string[], options: PlanOptions, io: CliIo): Promise<Prepared> {
  const loaded = await loadCatalogs(paths, options.color, io);
  const destination = destinationFor(options, loaded.project, io.env);
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
  try {
    const plan = await preparePlan({
      genesys,
      catalogs: loaded.catalogs,
      project: loaded.project,
      target: destination.planTarget,
      clock: io.clock,
      signal: io.signal,
      onProgress: (current, waitSeconds = 0) => progress.show({ current, waitSeconds }),
    });
    const explained = (error: unknown): unknown => asCliError(error, destination, credentials);
    return { ...loaded, genesys, destination, progress, plan, explained };
  } catch (error) {
    genesys.close();
    throw asCliError(error, destination, credentials);
  } finally {
    progress.end();
  }
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
