import { compareSides, type Comparison, comparisonPatch, isSame, type Side } from '#core/deploy/drift/index.ts';
import { pullCatalog, readForPull } from '#core/deploy/pull/index.ts';
import { connect } from '../connect.ts';
import { printable } from '../escape.ts';
import { type CliIo, EXIT } from '../io.ts';
import { type CommonOptions, type TargetOptions, withCommonOptions, withExample, withFormat } from '../options.ts';
import { type PullPlace, pullPlace } from '../pullPlace.ts';
import type { RegisterCommand } from './command.ts';

const FORMATS = { text: textOf, json: (comparison: Comparison) => `${JSON.stringify(comparison, null, 2)}\n` };

interface CompareOptions extends CommonOptions {
  readonly format: keyof typeof FORMATS;
  readonly detailedExitcode?: true;
}

export const registerCompare: RegisterCommand = (program, io, end) => {
  const command = program
    .command('compare')
    .description('show how the wrap-up codes and queues of two environments differ; writes nothing')
    .argument('<from>', "an environment of genesys.yaml, or a sandbox's address")
    .argument('<to>', 'the other one')
    .option('--detailed-exitcode', 'end with 2 when there is a difference')
    .addHelpText('after', SIGN_IN)
    .action(async (from: string, to: string, options: CompareOptions) => end(await compare(from, to, options, io)));
  withFormat(withCommonOptions(command), Object.keys(FORMATS));
  withExample(command, 'wrapsmith compare dev prod');
};

const SIGN_IN = `
Each org has its own sign-in: the variables' names with _FROM and _TO behind them, for example
GENESYSCLOUD_OAUTHCLIENT_ID_FROM. A name without an ending counts for both.
`;

async function compare(from: string, to: string, options: CompareOptions, io: CliIo): Promise<number> {
  const place = await pullPlace(undefined, options.color, io);
  const sides = [await read(from, '_FROM', place, options, io), await read(to, '_TO', place, options, io)] as const;
  const comparison = compareSides(...sides);
  io.stdout.write(FORMATS[options.format](comparison));
  if (options.quiet !== true) {
    for (const { name, pulled } of sides)
      for (const { kind, name: one, why } of pulled.leftOut)
        io.stderr.write(`${printable(`Left out of ${name}: the ${kind} "${one}". ${why}`)}\n`);
    io.stderr.write(`${summary(comparison)}\n`);
  }
  return options.detailedExitcode === true && !isSame(comparison) ? EXIT.pending : EXIT.done;
}

async function read(name: string, ending: string, place: PullPlace, options: CommonOptions, io: CliIo): Promise<Side> {
  const target: TargetOptions = /^https?:/i.test(name) ? { sandbox: name } : { env: name };
  const { genesys, destination, progress, explained } = connect({ ...options, ...target }, place.project, {
    ...io,
    env: withEnding(io.env, ending),
  });
  try {
    const org = await readForPull(genesys, destination.planTarget, undefined, {
      signal: io.signal,
      onProgress: (current) => progress.show({ current: `${name}: ${current}`, waitSeconds: 0 }),
      onWait: (waitSeconds) => progress.show({ current: `${name}: waiting for the rate limit`, waitSeconds }),
    });
    return { name, pulled: pullCatalog({ org, project: place.project, target: destination.planTarget }) };
  } catch (error) {
    throw explained(error);
  } finally {
    progress.end();
    genesys.close();
  }
}

/** The variables of one side under their usual names. */
function withEnding(env: CliIo['env'], ending: string): CliIo['env'] {
  const own = Object.entries(env).flatMap(([name, value]) =>
    name.startsWith('GENESYSCLOUD_') && name.endsWith(ending) ? [[name.slice(0, -ending.length), value] as const] : [],
  );
  return { ...env, ...Object.fromEntries(own) };
}

function textOf(comparison: Comparison): string {
  const patch = comparisonPatch(comparison);
  return patch.split('\n').map(printable).join('\n');
}

function summary(comparison: Comparison): string {
  const { from, to, onlyFrom, onlyTo, different, same, queues } = comparison;
  if (isSame(comparison)) return printable(`${from} and ${to} are the same: ${same} codes.`);
  return printable(
    `${different.length} codes differ, ${onlyFrom.length} are only in ${from}, ${onlyTo.length} only in ${to}, ${same} are the same; ${queues.length} queues differ.`,
  );
}
