import { type Command, InvalidArgumentError, Option } from 'commander';
import { bodyText, compileQuery, curlText, gcText } from '#core/query/compile/index.ts';
import type { CompiledQuery } from '#core/query/compile/model.ts';
import type { OrgNames } from '#core/query/model.ts';
import { type CliIo, CliError, EXIT } from '../io.ts';
import { type LoadedQuery, loadQuery } from '../loadQuery.ts';
import {
  type CommonOptions,
  type TargetOptions,
  withCommonOptions,
  withExample,
  withFormat,
  withTargetOptions,
} from '../options.ts';
import { ROW_FORMATS, type RowFormat } from '../rows/formats.ts';
import { runToOutput } from '../rows/runToOutput.ts';
import { destinationFor } from '../target.ts';
import type { RegisterCommand } from './command.ts';

const SHOWN_FORMS = {
  body: bodyText,
  curl: curlText,
  gc: gcText,
} satisfies Record<string, (query: CompiledQuery, apiUrl: string) => string>;

interface QueryOptions extends CommonOptions, TargetOptions {
  readonly document?: number;
  readonly format: RowFormat;
  readonly show?: keyof typeof SHOWN_FORMS;
  readonly rawFormulas?: true;
}

export const registerQuery: RegisterCommand = (program, io, end) => {
  const command: Command = program
    .command('query')
    .description('run a query, rows to stdout as they arrive')
    .argument('<file>', 'a file with one query or several')
    .option('--document <n>', 'which query of the file, from 1', documentNumber)
    .addOption(
      new Option('--show <form>', 'print what would be sent, and send nothing').choices(Object.keys(SHOWN_FORMS)),
    )
    .option('--raw-formulas', 'csv: leave texts as they are that a spreadsheet takes for formulas')
    .action(async (file: string, options: QueryOptions) => end(await query(file, options, io)));
  withFormat(withTargetOptions(withCommonOptions(command)), ROW_FORMATS);
  withExample(command, 'wrapsmith query wrapups.query.yaml --document 1 --env dev --format csv > wrapups.csv');
};

async function query(file: string, options: QueryOptions, io: CliIo): Promise<number> {
  const loaded = await loadQuery(file, options.document, options.color, io);
  if (options.show !== undefined) return show(options.show, loaded, options, io);
  return runToOutput({
    loaded,
    options,
    compiled: (environment, org) => compiled(loaded, environment, org, io),
    io,
  });
}

/** Asks nobody, so names that stand for ids stay names. */
function show(form: keyof typeof SHOWN_FORMS, loaded: LoadedQuery, options: QueryOptions, io: CliIo): number {
  const destination = isTargetNamed(options, loaded, io) ? destinationFor(options, loaded.project, io.env) : undefined;
  const shown = compiled(loaded, destination?.planTarget.name, undefined, io);
  io.stdout.write(`${SHOWN_FORMS[form](shown, destination?.target.apiUrl ?? API_OF_NOBODY)}\n`);
  if (options.quiet === true) return EXIT.done;
  if (shown.nothing !== undefined) io.stderr.write(`note: ${shown.nothing} A run would send nothing.\n`);
  if (shown.missing.length > 0)
    io.stderr.write('note: Names stand where ids will be: a run looks them up in the org.\n');
  return EXIT.done;
}

/** Where no org is named, the command has a place to put one. */
const API_OF_NOBODY = 'https://api.<region>';

/** Whether it can be said which org is meant. A form can be looked at without. */
function isTargetNamed({ env, sandbox }: TargetOptions, { project }: LoadedQuery, io: CliIo): boolean {
  if (env !== undefined || sandbox !== undefined) return true;
  return Object.keys(project?.environments ?? {}).length === 0 && Boolean(io.env['GENESYSCLOUD_REGION']);
}

/** Throws `CliError` with what only the compiler sees. */
function compiled(
  { query: file, path, project, codes }: LoadedQuery,
  environment: string | undefined,
  org: OrgNames | undefined,
  { clock }: CliIo,
): CompiledQuery {
  const result = compileQuery(file, {
    now: clock.now(),
    ...(project && { project }),
    ...(environment !== undefined && { environment }),
    ...(codes.all && { catalogs: codes.all }),
    ...(org && { org }),
  });
  if (result.ok) return result.query;
  throw new CliError(`${path}: ${result.problems.map(({ message }) => message).join(' ')}`, EXIT.problems);
}

function documentNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('Give the number of the query in the file, from 1.');
  return Number(text);
}
