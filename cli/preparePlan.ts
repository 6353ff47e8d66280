import { preparePlan } from '#core/deploy/index.ts';
import type { Plan } from '#core/deploy/model.ts';
import { connect, type Connection } from './connect.ts';
import type { CliIo } from './io.ts';
import { type LoadedCatalogs, loadCatalogs } from './loadCatalogs.ts';
import type { CommonOptions, TargetOptions } from './options.ts';

/** Everything that `plan` and `push` have in common, up to and with the plan. */
export interface Prepared extends LoadedCatalogs, Connection {
  readonly plan: Plan;
}

export type PlanOptions = CommonOptions & TargetOptions;

/** Checks the catalogs, signs in, reads the org and plans. Throws `CliError`. Close `genesys` afterwards. */
export async function prepare(paths: readonly string[], options: PlanOptions, io: CliIo): Promise<Prepared> {
  const loaded = await loadCatalogs(paths, options.color, io);
  const connection = connect(options, loaded.project, io);
  const { genesys, destination, progress } = connection;
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
    return { ...loaded, ...connection, plan };
  } catch (error) {
    genesys.close();
    throw connection.explained(error);
  } finally {
    progress.end();
  }
}
