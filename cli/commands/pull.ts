import { check } from '#core/check/index.ts';
import {
  catalogText,
  csvCatalog,
  type LeftOut,
  mergeCatalog,
  pullCatalog,
  readForPull,
  type PullFilter,
} from '#core/deploy/pull/index.ts';
import { readSource } from '#core/text/parse.ts';
import { readTextFile } from '#host/files.ts';
import { streamFile } from '#host/streamFile.ts';
import { resolve } from 'node:path';
import { connect } from '../connect.ts';
import { printable } from '../escape.ts';
import { CliError, type CliIo, EXIT } from '../io.ts';
import {
  type CommonOptions,
  type TargetOptions,
  withCommonOptions,
  withExample,
  withTargetOptions,
} from '../options.ts';
import { type PullPlace, pullPlace } from '../pullPlace.ts';
import type { RegisterCommand } from './command.ts';

interface PullOptions extends CommonOptions, TargetOptions {
  readonly division?: readonly string[];
  readonly queue?: readonly string[];
  readonly name?: readonly string[];
  readonly csv?: string;
  readonly yes?: true;
}

/** What is to be written, and what to say of it. */
interface Written {
  readonly text: string;
  readonly words: readonly string[];
}

export const registerPull: RegisterCommand = (program, io, end) => {
  const command = program
    .command('pull')
    .description('write the org as a catalog, or what it says into one that is there; changes nothing in the org')
    .argument('[file]', 'the catalog, for example pulled.wrapup.yaml; left out, the catalog is printed')
    .option('--division <name...>', 'only codes of these divisions; * stands for any characters')
    .option('--queue <name...>', 'only codes on these queues')
    .option('--name <name...>', 'only codes of these names')
    .option('--csv <table>', 'read a table of codes instead of an org')
    .option('-y, --yes', 'do not ask before a file is changed')
    .action(async (file: string | undefined, options: PullOptions) => end(await pull(file, options, io)));
  withTargetOptions(withCommonOptions(command));
  withExample(command, 'wrapsmith pull support.wrapup.yaml --env dev --queue "Support *"');
};

async function pull(file: string | undefined, options: PullOptions, io: CliIo): Promise<number> {
  const place = await pullPlace(file, options.color, io);
  const written =
    options.csv === undefined ? await fromOrg(place, options, io) : await fromTable(place, options.csv, io);
  for (const line of written.words) io.stderr.write(`${printable(line)}\n`);
  if (place.path === undefined) io.stdout.write(written.text);
  else if (written.text === place.before?.source.text)
    io.stderr.write(`${place.shown} is as the org says; nothing was written.\n`);
  else {
    if (place.before !== undefined && !(await mayWrite(place, options, io))) return EXIT.problems;
    await streamFile(place.path, [written.text], io.signal);
    io.stderr.write(`Wrote ${place.shown}.\n`);
  }
  return EXIT.done;
}

async function fromOrg(place: PullPlace, options: PullOptions, io: CliIo): Promise<Written> {
  const { genesys, destination, progress, explained } = connect(options, place.project, io);
  const only = filterIn(options);
  try {
    const org = await readForPull(genesys, destination.planTarget, only, {
      signal: io.signal,
      onProgress: (current) => progress.show({ current, waitSeconds: 0 }),
      onWait: (waitSeconds) => progress.show({ current: 'Waiting for the rate limit', waitSeconds }),
    });
    const request = { org, project: place.project, target: destination.planTarget, ...(only && { only }) };
    if (place.before === undefined) {
      const { catalog, leftOut } = pullCatalog(request);
      return {
        text: catalogText(catalog),
        words: [`${codes(catalog.codes.length)} of ${org.organization.name}.`, ...leftOutWords(leftOut)],
      };
    }
    const { source, file, others } = place.before;
    const merged = mergeCatalog({ ...request, source, file, others, asOf: io.clock.now() });
    const entries = merged.entries.map(({ name, what }) => `  ${name}: ${what.join(', ')}`);
    return { text: merged.text, words: [...entries, ...leftOutWords(merged.leftOut)] };
  } catch (error) {
    throw explained(error);
  } finally {
    progress.end();
    genesys.close();
  }
}

async function fromTable({ before, shown }: PullPlace, table: string, io: CliIo): Promise<Written> {
  if (before !== undefined)
    throw new CliError(
      `${shown} is there already, and a table is not merged into a catalog. Name another file, and move its codes by hand.`,
    );
  const read = await readTextFile(resolve(io.cwd, table));
  if (read.kind !== 'text') throw new CliError(`${table}: ${read.reason}`);
  const result = csvCatalog(read.text);
  if (!result.ok) throw new CliError(result.errors.map((error) => `${table}: ${error}`).join('\n'), EXIT.problems);
  const text = catalogText(result.catalog);
  const errors = check(readSource('table.wrapup.yaml', text), { now: io.clock.now() }).filter(
    ({ severity }) => severity === 'error',
  );
  const advice =
    errors.length === 0
      ? []
      : [
          `The catalog has ${errors.length === 1 ? '1 error' : `${errors.length} errors`}; "wrapsmith validate" shows where.`,
        ];
  return { text, words: [`${codes(result.catalog.codes.length)} of ${table}.`, ...result.notes, ...advice] };
}

function filterIn({ division, queue, name }: PullOptions): PullFilter | undefined {
  if (division === undefined && queue === undefined && name === undefined) return undefined;
  return { ...(division && { divisions: division }), ...(queue && { queues: queue }), ...(name && { names: name }) };
}

/** The user's own file is not changed without a word. */
async function mayWrite({ shown }: PullPlace, { yes }: PullOptions, io: CliIo): Promise<boolean> {
  if (yes === true) return true;
  if (io.ask === undefined)
    throw new CliError(
      `${shown} would be changed, and nobody can be asked here. Give --yes, or leave the file out to see the catalog.`,
    );
  const answer = await io.ask(`Change ${printable(shown)}? Type yes to go on: `, io.signal);
  if (answer.trim() === 'yes') return true;
  io.stderr.write('Nothing was written.\n');
  return false;
}

const codes = (count: number): string => (count === 1 ? '1 code' : `${count} codes`);

const leftOutWords = (leftOut: readonly LeftOut[]): readonly string[] =>
  leftOut.map(({ kind, name, why }) => `Left out: the ${kind} "${name}". ${why}`);
