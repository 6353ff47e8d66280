import { Option } from 'commander';
import { type AuditFilter, matchesFilter } from '#core/audit/filter.ts';
import type { AuditEntry } from '#core/audit/model.ts';
import { SANDBOX_ENVIRONMENT } from '#core/contract/environments.ts';
import { CliError, type CliIo, EXIT } from '../io.ts';
import {
  type CommonOptions,
  type TargetOptions,
  withCommonOptions,
  withExample,
  withFormat,
  withTargetOptions,
} from '../options.ts';
import { sinceOption } from '../since.ts';
import { TRAIL_FORMATS } from '../trail/formats.ts';
import { readOrgLog } from '../trail/orgLog.ts';
import { chosenTrails, NO_TRAIL, readableLines } from '../trail/trails.ts';
import type { RegisterCommand } from './command.ts';

interface ShowOptions extends CommonOptions, TargetOptions {
  readonly format: keyof typeof TRAIL_FORMATS;
  /** Milliseconds since the epoch. */
  readonly since?: number;
  readonly code?: string;
  readonly apply?: string;
  readonly outcome?: AuditEntry['outcome'];
  readonly org?: string;
  readonly orgLog?: true;
}

const OUTCOMES: readonly AuditEntry['outcome'][] = ['done', 'failed', 'unknown'];

export const registerAuditShow: RegisterCommand = (audit, io, end) => {
  const command = audit
    .command('show')
    .description('print what was done, the oldest first')
    .option(
      '--since <time>',
      'from then on: 7d, 24h, a date or an instant',
      sinceOption(() => io.clock.now()),
    )
    .option('--code <text>', 'only what has this in its name')
    .option('--apply <id>', 'only what one push did')
    .addOption(new Option('--outcome <outcome>', 'only what ended so').choices(OUTCOMES))
    .option('--org <name>', 'only this organization, by name or id')
    .option('--org-log', "also the org's own audit of codes and queues; signs in")
    .action(async (options: ShowOptions) => end(await show(options, io)));
  withFormat(withTargetOptions(withCommonOptions(command)), Object.keys(TRAIL_FORMATS));
  withExample(command, 'wrapsmith audit show --since 2026-11-01 --outcome failed --format csv > failed.csv');
};

async function show(options: ShowOptions, io: CliIo): Promise<number> {
  const trails = await chosenTrails(options.org, io);
  const lines = trails.flatMap(readableLines).filter((line) => matchesFilter(line, filterOf(options)));
  const log = options.orgLog === true ? await readOrgLog(options, askedSince(options), io) : undefined;
  const own = log === undefined ? lines : lines.filter(({ org }) => org.id === log.orgId);
  io.stdout.write(TRAIL_FORMATS[options.format]({ lines: own, log: log?.entries }, options.color, io));
  if (options.quiet !== true) io.stderr.write(noteOn(trails.length, own.length));
  return EXIT.done;
}

function noteOn(trails: number, lines: number): string {
  if (trails === 0) return `${NO_TRAIL}\n`;
  return lines === 0 ? 'Nothing in the audit trail is like that.\n' : '';
}

/** The org answers for an interval only. */
function askedSince({ since }: ShowOptions): number {
  if (since !== undefined) return since;
  throw new CliError('Say from when on the org is to be asked, for example --since 7d.');
}

function filterOf({ since, env, sandbox, code, apply, outcome }: ShowOptions): AuditFilter {
  const environment = sandbox === undefined ? env : SANDBOX_ENVIRONMENT;
  return {
    ...(since !== undefined && { since }),
    ...(environment !== undefined && { environment }),
    ...(code !== undefined && { code }),
    ...(apply !== undefined && { apply }),
    ...(outcome !== undefined && { outcome }),
  };
}
