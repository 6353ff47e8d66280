import { resolve } from 'node:path';
import { convertToQuery } from '#core/query/convert/index.ts';
import { readTextFile } from '#host/files.ts';
import { printable } from '../escape.ts';
import { CliError, type CliIo, EXIT } from '../io.ts';
import { withExample } from '../options.ts';
import type { RegisterCommand } from './command.ts';

interface ConvertCommandOptions {
  readonly quiet?: true;
}

export const registerConvert: RegisterCommand = (program, io, end) => {
  const command = program
    .command('convert')
    .description("turn a request's body, a cURL command or a tutorial's query into a query file")
    .argument('[file]', 'what to convert; without it, or with -, the standard input')
    .option('-q, --quiet', 'print results and errors only')
    .action(async (file: string | undefined, options: ConvertCommandOptions) => end(await convert(file, options, io)));
  withExample(command, 'wrapsmith convert body.json > wrapups.query.yaml');
};

async function convert(file: string | undefined, { quiet }: ConvertCommandOptions, io: CliIo): Promise<number> {
  const converted = convertToQuery(await textOf(file, io), { now: io.clock.now() });
  if (!converted.ok) throw new CliError(converted.message, EXIT.problems);
  io.stdout.write(converted.text);
  if (quiet !== true) for (const note of converted.notes) io.stderr.write(`note: ${printable(note)}\n`);
  return EXIT.done;
}

async function textOf(file: string | undefined, { cwd, stdin }: CliIo): Promise<string> {
  if (file !== undefined && file !== '-') {
    const read = await readTextFile(resolve(cwd, file));
    if (read.kind === 'text') return read.text;
    throw new CliError(`${file}: ${read.reason}`);
  }
  if (stdin) return stdin();
  throw new CliError('Name a file, or send the query to the standard input: wrapsmith convert < body.json');
}
