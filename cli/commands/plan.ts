import { formatPlanJson, formatPlanMarkdown, formatPlanText, pendingChanges } from '#core/deploy/index.ts';
import type { Plan } from '#core/deploy/model.ts';
import { colourLines } from '../colourLines.ts';
import { type CliIo, EXIT } from '../io.ts';
import { withAllow, withCommonOptions, withExample, withFormat, withPaths, withTargetOptions } from '../options.ts';
import { allowHint, type PlanOptions, prepare } from '../preparePlan.ts';
import { type Style, styleFor } from '../style.ts';
import type { RegisterCommand } from './command.ts';

const FORMATS = {
  text: (plan: Plan, style: Style) => colourLines(formatPlanText(plan), style),
  json: formatPlanJson,
  markdown: formatPlanMarkdown,
};

interface PlanCommandOptions extends PlanOptions {
  readonly format: keyof typeof FORMATS;
  readonly detailedExitcode?: true;
}

export const registerPlan: RegisterCommand = (program, io, end) => {
  const command = program
    .command('plan')
    .description('show what a push would do, and write nothing')
    .option('--detailed-exitcode', 'end with 2 when there are changes to push')
    .action(async (paths: readonly string[], options: PlanCommandOptions) => end(await plan(paths, options, io)));
  withPaths(command, 'catalogs', 'catalogs, and folders to search for *.wrapup.yaml');
  withFormat(withAllow(withTargetOptions(withCommonOptions(command))), Object.keys(FORMATS));
  withExample(command, 'wrapsmith plan catalogs --env dev --format markdown');
};

async function plan(paths: readonly string[], options: PlanCommandOptions, io: CliIo): Promise<number> {
  const { plan, genesys } = await prepare(paths, options, io);
  genesys.close();
  io.stdout.write(FORMATS[options.format](plan, styleFor(io.stdout, io.env, options.color)));
  if (options.quiet !== true) io.stderr.write(allowHint(plan));
  if (plan.summary.blocked > 0) return EXIT.problems;
  return options.detailedExitcode === true && pendingChanges(plan) > 0 ? EXIT.pending : EXIT.done;
}
