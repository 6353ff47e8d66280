import { readLine } from '#core/audit/chain.ts';
import type { AuditLine } from '#core/audit/model.ts';
import { readTrail, type Trail, trailOrgs } from '#host/auditReader.ts';
import { CliError, type CliIo } from '../io.ts';

export const NO_TRAIL = 'There is no audit trail on this machine yet: it begins with the first push.';

/** The lines that can be read; `audit verify` names the others. */
export const readableLines = ({ lines }: Trail): readonly AuditLine[] => lines.flatMap((text) => readLine(text) ?? []);

/** As its last line has it. */
export const orgNameOf = (trail: Trail): string => readableLines(trail).at(-1)?.org.name ?? trail.orgId;

/** All trails of this machine, or the one of an org by id or name. Throws `CliError` where that is not there. */
export async function chosenTrails(org: string | undefined, io: CliIo): Promise<readonly Trail[]> {
  const ids = await trailOrgs(io.stateFolder);
  const trails: Trail[] = [];
  for (const id of ids) trails.push(await readTrail(io.stateFolder, id, io.clock));
  const chosen = trails.filter((trail) => org === undefined || trail.orgId === org || orgNameOf(trail) === org);
  if (org === undefined || chosen.length > 0) return chosen;
  const names = trails.map(orgNameOf).join(', ');
  throw new CliError(
    `There is no audit trail of "${org}" on this machine. ${names === '' ? 'There is none at all yet.' : `There is one of: ${names}.`}`,
  );
}
