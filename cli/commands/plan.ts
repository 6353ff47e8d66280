import { formatPlanJson, formatPlanMarkdown, formatPlanText, pendingChanges } from '#core/deploy/index.ts';
import { type CliIo, EXIT } from '../io.ts';
import { withCommonOptions, withExample, withFormat, withTargetOptions } from '../options.ts';
import { type PlanOptions, prepare } from '../preparePlan.ts';
import type { RegisterCommand } from './command.ts';

export const PLAN_FORMATS = {
  text: formatPlanText,
  json: formatPlanJson,
  markdown: formatPlanMarkdown,
};

interface PlanCommandOptions extends PlanOptions {
  readonly format: keyof typeof PLAN_FORMATS;
  readonly detailedExitcode?: true;
}

export const registerPlan: RegisterCommand = (program, io, end) => {
  const command = program
    .command('plan')
    .description('show what a push would do; writes nothing')
    .argument('[catalogs...]', 'catalogs, or folders to search for *.wrapup.yaml', ['.'])
    .option('--detailed-exitcode', 'end with 2 when there are changes to push')
    .action(async (paths: readonly string[], options: PlanCommandOptions) => end(await plan(paths, options, io)));
  withFormat(withTargetOptions(withCommonOptions(command)), Object.keys(PLAN_FORMATS));
  withExample(command, 'wrapsmith plan catalogs --env dev --format markdown');
};

async function plan(paths: readonly string[], options: PlanCommandOptions, io: CliIo): Promise<number> {
  const { plan, genesys } = await prepare(paths, options, io);
  genesys.close();
  io.stdout.write(PLAN_FORMATS[options.format](plan));
  if (plan.summary.blocked > 0) return EXIT.problems;
  return options.detailedExitcode === true && pendingChanges(plan) > 0 ? EXIT.pending : EXIT.done;
}
