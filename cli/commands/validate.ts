import { version } from '../../package.json';
import { isOurFile } from '#core/check/index.ts';
import { checkFiles, type CheckRun } from '../checkFiles.ts';
import { printable } from '../escape.ts';
import { type CliIo, EXIT } from '../io.ts';
import { type CommonOptions, withCommonOptions, withExample, withFormat, withPaths } from '../options.ts';
import { filesOf, twoSpellings } from '../paths.ts';
import { type CheckedFile, isFailure } from '../report/finding.ts';
import { githubReport } from '../report/github.ts';
import { jsonReport } from '../report/json.ts';
import { junitReport } from '../report/junit.ts';
import { sarifReport } from '../report/sarif.ts';
import { textReport } from '../report/text.ts';
import { type Style, styleFor } from '../style.ts';
import type { RegisterCommand } from './command.ts';

const REPORTS = {
  text: textReport,
  json: jsonReport,
  sarif: (files: readonly CheckedFile[]) => sarifReport(files, version),
  junit: junitReport,
  github: githubReport,
} satisfies Record<string, (files: readonly CheckedFile[], style: Style) => string>;

interface ValidateOptions extends CommonOptions {
  readonly format: keyof typeof REPORTS;
}

export const registerValidate: RegisterCommand = (program, io, end) => {
  const command = program
    .command('validate')
    .description('check files and folders')
    .action(async (paths: readonly string[], options: ValidateOptions) => end(await validate(paths, options, io)));
  withPaths(command, 'paths', 'files, and folders to search');
  withExample(
    withCommonOptions(withFormat(command, Object.keys(REPORTS))),
    'wrapsmith validate catalogs --format sarif > wrapsmith.sarif',
  );
};

async function validate(paths: readonly string[], options: ValidateOptions, io: CliIo): Promise<number> {
  const run = await checkFiles(await filesOf(paths, io.cwd, isOurFile), io);
  io.stdout.write(REPORTS[options.format](run.files, styleFor(io.stdout, io.env, options.color)));
  for (const { path, reason } of run.unreadable) io.stderr.write(`error: ${printable(path)}: ${reason}\n`);
  const twice = await Promise.all([...run.projects.keys()].map((project) => twoSpellings(project, io.cwd)));
  const ambiguous = twice.filter((sentence) => sentence !== undefined);
  for (const sentence of ambiguous) io.stderr.write(`error: ${printable(sentence)}\n`);
  if (options.quiet !== true) io.stderr.write(`${summary(run)}\n`);
  if (run.unreadable.length > 0 || ambiguous.length > 0) return EXIT.usage;
  return run.files.some(({ problems }) => problems.some(isFailure)) ? EXIT.problems : EXIT.done;
}

function summary({ files }: CheckRun): string {
  const problems = files.flatMap((file) => file.problems);
  const checked = count(files.length, 'file');
  if (files.length === 0)
    return 'No files to check: nothing here is named *.wrapup.yaml, *.query.yaml or genesys.yaml.';
  if (problems.length === 0) return `No problems in ${checked}.`;
  const parts = (['error', 'warning', 'information', 'hint'] as const)
    .map((severity) => ({ severity, found: problems.filter((problem) => problem.severity === severity).length }))
    .filter(({ found }) => found > 0)
    .map(({ severity, found }) => (severity === 'information' ? `${found} information` : count(found, severity)));
  return `${parts.join(', ')} in ${checked}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
