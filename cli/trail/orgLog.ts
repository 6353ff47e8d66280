import { DateTime } from 'luxon';
import type { OrgAuditEntry } from '#core/genesys/index.ts';
import { guardOrg } from '#core/deploy/orgGuard.ts';
import { connect } from '../connect.ts';
import type { CliIo } from '../io.ts';
import { loadProject } from '../loadProject.ts';
import type { CommonOptions, TargetOptions } from '../options.ts';

/** What the org writes down of wrap-up codes and queues: `ContactCenter`, for these two types of entity. */
const ENTITY_TYPES = ['WrapupCode', 'Queue'];

export interface OrgLog {
  readonly orgId: string;
  readonly entries: readonly OrgAuditEntry[];
}

/** The org's own audit from `since` (ms since the epoch) until now. Throws `CliError`. */
export async function readOrgLog(options: CommonOptions & TargetOptions, since: number, io: CliIo): Promise<OrgLog> {
  const connection = connect(options, await loadProject(options.color, io), io);
  const { genesys, destination, progress } = connection;
  const call = {
    signal: io.signal,
    onWait: (waitSeconds: number) => progress.show({ current: "Reading the org's audit", waitSeconds }),
  };
  try {
    progress.show({ current: "Reading the org's audit" });
    const organization = await genesys.organization(call);
    guardOrg(destination.planTarget, organization);
    const interval = `${iso(since)}/${iso(io.clock.now())}`;
    const entries: OrgAuditEntry[] = [];
    for (const value of ENTITY_TYPES) {
      const filters = [{ property: 'EntityType', value }] as const;
      entries.push(...(await genesys.audits.query({ interval, serviceName: 'ContactCenter', filters }, call)));
    }
    return { orgId: organization.id, entries };
  } catch (error) {
    throw connection.explained(error);
  } finally {
    progress.end();
    genesys.close();
  }
}

const iso = (instant: number): string => DateTime.fromMillis(instant, { zone: 'utc' }).toISO() ?? '';
