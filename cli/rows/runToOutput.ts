import { guardOrg } from '#core/deploy/orgGuard.ts';
import { missingWords } from '#core/query/compile/index.ts';
import type { CompiledQuery } from '#core/query/compile/model.ts';
import type { OrgNames } from '#core/query/model.ts';
import { columnsOf, neededKinds, readOrgNames, runQuery } from '#core/query/run/index.ts';
import type { RunOutcome, RunProgress } from '#core/query/run/model.ts';
import { counted } from '#core/query/run/words.ts';
import { connect, type Connection } from '../connect.ts';
import { printable } from '../escape.ts';
import { CliError, type CliIo, EXIT } from '../io.ts';
import type { LoadedQuery } from '../loadQuery.ts';
import type { CommonOptions, TargetOptions } from '../options.ts';
import { styleFor } from '../style.ts';
import { type RowFormat, writerFor } from './formats.ts';

export interface RunToOutput {
  readonly loaded: LoadedQuery;
  readonly options: CommonOptions & TargetOptions & { readonly format: RowFormat; readonly rawFormulas?: true };
  readonly compiled: (environment: string, org: OrgNames) => CompiledQuery;
  readonly io: CliIo;
}

const DEFAULT_COLUMNS = 80;

/** Runs a query; its rows go to stdout as they come, what is to be said of them to stderr. Gives the exit code. */
export async function runToOutput(parts: RunToOutput): Promise<number> {
  const { loaded, options, io } = parts;
  const connection = connect(options, loaded.project, io);
  try {
    return await runOver(connection, parts);
  } catch (error) {
    throw connection.explained(error);
  } finally {
    connection.progress.end();
    connection.genesys.close();
  }
}

async function runOver(connection: Connection, { loaded, options, compiled, io }: RunToOutput): Promise<number> {
  const { genesys, destination, progress } = connection;
  const say = (text: string): void => {
    progress.end();
    io.stderr.write(`${printable(text)}\n`);
  };
  const tell = options.quiet === true ? () => undefined : say;

  progress.show({ current: 'Reading names' });
  const org = await readOrgNames(genesys, io.clock, {
    kinds: neededKinds(loaded.query),
    signal: io.signal,
    onWait: (waitSeconds) => progress.show({ current: 'Reading names', waitSeconds }),
  });
  guardOrg(destination.planTarget, org.org);
  const query = compiled(destination.planTarget.name, org);
  if (query.missing.length > 0) throw new CliError(missingWords(query, loaded.codes.broken), EXIT.problems);

  const columns = columnsOf(query);
  const writer = writerFor(options.format, columns, {
    timeZone: query.timeZone,
    style: styleFor(io.stdout, io.env, options.color),
    width: io.stdout.isTTY ? (io.stdout.columns ?? DEFAULT_COLUMNS) : undefined,
    formulaSafe: options.rawFormulas !== true,
    onLeftOut: (left) => tell(leftOut(left.map(({ key }) => key))),
  });
  tell(`${org.org.name} (${destination.planTarget.name}), ${query.interval.sent}, times in ${query.timeZone}`);

  // A reader that has seen enough (`| head`) ends the run; nobody would see the rest.
  const enough = new AbortController();
  let hasBegun = false;
  const write = (text: () => string): void => {
    const begin = hasBegun ? '' : writer.begin();
    hasBegun = true;
    const whole = begin + text();
    progress.end();
    io.stdout.write(whole);
  };
  const outcome = await runQuery({
    query,
    genesys,
    names: org,
    catalogs: loaded.codes.readable,
    clock: io.clock,
    signal: AbortSignal.any([io.signal, enough.signal]),
    onRows(rows) {
      if (io.stdout.gone === true) enough.abort(new Error('Nobody reads the rows any more.'));
      else if (rows.length > 0) write(() => writer.rows(rows));
    },
    onProgress: (now) => progress.show(stepOf(query, now)),
  });
  if (io.stdout.gone === true && !io.signal.aborted) return EXIT.done;
  write(() => writer.end());
  for (const note of outcome.notes) tell(`note: ${note}`);
  tell(summary(query, outcome));
  if (outcome.partial !== undefined) say(`PARTIAL: ${outcome.partial}`);
  if (io.signal.aborted) return EXIT.interrupted;
  return outcome.complete ? EXIT.done : EXIT.problems;
}

function stepOf({ kind }: CompiledQuery, { read, total = 0, waitSeconds = 0 }: RunProgress) {
  const current = kind === 'ConversationAggregates' ? 'Reading groups' : 'Reading conversations';
  return { current, done: read, total, waitSeconds };
}

function summary({ kind }: CompiledQuery, { progress: { rows, read, pages } }: RunOutcome): string {
  if (kind === 'ConversationAggregates') return `${counted(rows, 'row')} of ${counted(read, 'group')}.`;
  return `${counted(rows, 'row')} of ${counted(read, 'conversation')}, in ${counted(pages, 'page')}.`;
}

function leftOut(keys: readonly string[]): string {
  const which = keys.length === 1 ? `Column ${keys.join('')} does` : `Columns ${keys.join(', ')} do`;
  return `note: ${which} not fit into this terminal. Name fewer under output.columns, or take --format csv.`;
}
