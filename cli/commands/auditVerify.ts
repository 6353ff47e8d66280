import { InvalidArgumentError } from 'commander';
import { type Verification, verify } from '#core/audit/verify.ts';
import type { Trail } from '#host/auditReader.ts';
import { printable } from '../escape.ts';
import { type CliIo, EXIT } from '../io.ts';
import { type CommonOptions, withCommonOptions, withExample, withFormat } from '../options.ts';
import { chosenTrails, NO_TRAIL, orgNameOf, readableLines } from '../trail/trails.ts';
import type { RegisterCommand } from './command.ts';

interface VerifyOptions extends CommonOptions {
  readonly format: keyof typeof FORMATS;
  readonly org?: string;
  readonly expect?: string;
}

/** What was found of one trail. */
interface Verified extends Verification {
  readonly org: { readonly id: string; readonly name: string };
}

export const registerAuditVerify: RegisterCommand = (audit, io, end) => {
  const command = audit
    .command('verify')
    .description('find any line of the audit trail that was changed, is missing or stands elsewhere')
    .option('--org <name>', 'only this organization, by name or id')
    .option('--expect <hash>', 'a hash that an earlier verify printed, and that has to be there still', hashOption)
    .action(async (options: VerifyOptions) => end(await verifyTrails(options, io)));
  withFormat(withCommonOptions(command), Object.keys(FORMATS));
  withExample(command, 'wrapsmith audit verify');
};

function hashOption(text: string): string {
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError('Give the 64 characters of a hash.');
}

async function verifyTrails({ org, expect, format, quiet }: VerifyOptions, io: CliIo): Promise<number> {
  const trails = await chosenTrails(org, io);
  const verified = trails.map(verifiedTrail);
  io.stdout.write(FORMATS[format](verified));
  if (trails.length === 0 && quiet !== true) io.stderr.write(`${NO_TRAIL}\n`);
  const isThere =
    expect === undefined || trails.some((trail) => readableLines(trail).some(({ hash }) => hash === expect));
  if (!isThere)
    io.stderr.write('The expected hash is in no trail: it was written anew, or belongs to another machine.\n');
  return isThere && verified.every(({ findings }) => findings.length === 0) ? EXIT.done : EXIT.problems;
}

const verifiedTrail = (trail: Trail): Verified => ({
  org: { id: trail.orgId, name: orgNameOf(trail) },
  ...verify(trail.lines, trail.head),
});

const FORMATS = {
  text: (all: readonly Verified[]) => all.map(textOf).join(''),
  json: (all: readonly Verified[]) => `${JSON.stringify(all, null, 2)}\n`,
};

function textOf({ org, lines, hash, findings }: Verified): string {
  const name = `${printable(org.name)}: ${lines} ${lines === 1 ? 'line' : 'lines'}`;
  if (findings.length === 0) return `${name}, whole.${hash === undefined ? '' : ` The last hash is ${hash}`}\n`;
  return `${name}, not as ${lines === 1 ? 'it was' : 'they were'} written:\n${findings.map(({ message }) => `  ${printable(message)}\n`).join('')}`;
}
