import type { CallOptions } from '#core/genesys/index.ts';
import { guardOrg } from '#core/deploy/orgGuard.ts';
import type { NamedRef } from '#core/deploy/model.ts';
import { connect, type Connection } from '../connect.ts';
import { printable } from '../escape.ts';
import { CliError, type CliIo } from '../io.ts';
import { loadProject } from '../loadProject.ts';
import type { CommonOptions, TargetOptions } from '../options.ts';

export interface TriggerOptions extends CommonOptions, TargetOptions {
  readonly yes?: true;
}

/** The org that is meant, signed in and known. */
export interface OrgAtHand extends Connection {
  readonly organization: NamedRef;
  readonly options: CallOptions;
}

/** Does something with the org's triggers, and closes the way to it afterwards. Throws `CliError`. */
export async function withOrg<T>(options: TriggerOptions, io: CliIo, work: (org: OrgAtHand) => Promise<T>): Promise<T> {
  const connection = connect(options, await loadProject(options.color, io), io);
  const { genesys, destination, progress } = connection;
  const call: CallOptions = {
    signal: io.signal,
    onWait: (waitSeconds) => progress.show({ current: 'Reading the triggers', waitSeconds }),
  };
  try {
    const organization = await genesys.organization(call);
    guardOrg(destination.planTarget, organization);
    return await work({ ...connection, organization, options: call });
  } catch (error) {
    throw connection.explained(error);
  } finally {
    progress.end();
    genesys.close();
  }
}

/**
 * Shows what would be done, and asks. In a protected environment its name has to be typed, so there `--yes` is not
 * enough. Throws `CliError` where nobody can be asked.
 */
export async function isWanted(
  what: string,
  { organization, destination: { planTarget } }: OrgAtHand,
  { yes }: TriggerOptions,
  io: CliIo,
): Promise<boolean> {
  const where = `${organization.name} (${planTarget.name})`;
  io.stderr.write(`${printable(`${what} in ${where}`)}\n`);
  if (yes === true && !planTarget.protected) return true;
  if (io.ask === undefined) {
    throw new CliError(
      planTarget.protected
        ? `"${planTarget.name}" is protected: its name has to be typed for this, in a terminal.`
        : 'Nobody can be asked here. Give --yes.',
    );
  }
  const wanted = planTarget.protected ? planTarget.name : 'yes';
  const answer = (await io.ask(printable(`Type ${wanted} to go on: `), io.signal)).trim();
  if (answer === wanted) return true;
  io.stderr.write('Nothing was done.\n');
  return false;
}
