import { driftProblems } from '#core/deploy/drift/index.ts';
import { type CliIo, EXIT } from '../io.ts';
import { withCommonOptions, withExample, withFormat, withPaths, withTargetOptions } from '../options.ts';
import { type PlanOptions, prepare } from '../preparePlan.ts';
import type { CheckedFile } from '../report/finding.ts';
import { githubReport } from '../report/github.ts';
import { jsonReport } from '../report/json.ts';
import { textReport } from '../report/text.ts';
import { type Style, styleFor } from '../style.ts';
import type { RegisterCommand } from './command.ts';

const REPORTS = { text: textReport, json: jsonReport, github: githubReport } satisfies Record<
  string,
  (files: readonly CheckedFile[], style: Style) => string
>;

interface DriftOptions extends PlanOptions {
  readonly format: keyof typeof REPORTS;
  readonly detailedExitcode?: true;
}

export const registerDrift: RegisterCommand = (program, io, end) => {
  const command = program
    .command('drift')
    .description('show what the org has otherwise than the catalogs, at their lines; writes nothing')
    .option('--detailed-exitcode', 'end with 2 when there is a difference')
    .action(async (paths: readonly string[], options: DriftOptions) => end(await drift(paths, options, io)));
  withPaths(command, 'catalogs', 'catalogs, and folders to search for *.wrapup.yaml');
  withFormat(withTargetOptions(withCommonOptions(command)), Object.keys(REPORTS));
  withExample(command, 'wrapsmith drift catalogs --env prod --detailed-exitcode');
};

async function drift(paths: readonly string[], options: DriftOptions, io: CliIo): Promise<number> {
  const { plan, genesys, sources } = await prepare(paths, options, io);
  genesys.close();
  const now = io.clock.now();
  const problems = driftProblems({ plan, sources, readAt: now, now });
  const files = [...problems].map(([path, found]) => ({ path, text: sources.get(path)?.text ?? '', problems: found }));
  io.stdout.write(REPORTS[options.format](files, styleFor(io.stdout, io.env, options.color)));
  const count = files.reduce((sum, file) => sum + file.problems.length, 0);
  if (options.quiet !== true) io.stderr.write(`${words(count)}\n`);
  return options.detailedExitcode === true && count > 0 ? EXIT.pending : EXIT.done;
}

function words(count: number): string {
  if (count === 0) return 'No drift: the org is as the catalogs say.';
  return `${count === 1 ? '1 difference' : `${count} differences`}. "wrapsmith push" makes the org like the catalogs, "wrapsmith pull" the catalogs like the org.`;
}
