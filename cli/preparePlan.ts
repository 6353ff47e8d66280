import { ASKED_KINDS, preparePlan, selected, selectionWith } from '#core/deploy/index.ts';
import type { Plan } from '#core/deploy/model.ts';
import { connect, type Connection } from './connect.ts';
import type { CliIo } from './io.ts';
import { type LoadedCatalogs, loadCatalogs } from './loadCatalogs.ts';
import { type AllowOption, allowWord, type CommonOptions, type TargetOptions } from './options.ts';

/** Everything that `plan` and `push` have in common, up to and with the plan. */
export interface Prepared extends LoadedCatalogs, Connection {
  /** With what `--allow` selects of it. */
  readonly plan: Plan;
}

export type PlanOptions = CommonOptions & TargetOptions & AllowOption;

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
      ...(loaded.around && { around: loaded.around }),
      clock: io.clock,
      signal: io.signal,
      onProgress: (current, waitSeconds = 0) => progress.show({ current, waitSeconds }),
    });
    return { ...loaded, ...connection, plan: selected(plan, selectionWith(plan, options.allow ?? [])) };
  } catch (error) {
    genesys.close();
    throw connection.explained(error);
  } finally {
    progress.end();
  }
}

/** How to push what was not selected; empty where all was. */
export function allowHint({ notSelected = [] }: Plan): string {
  const words = ASKED_KINDS.filter((kind) => notSelected.some((change) => change.kind === kind)).map(allowWord);
  return words.length === 0 ? '' : `What is not selected is pushed with --allow ${words.join(',')}\n`;
}
