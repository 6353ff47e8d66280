import * as vscode from 'vscode';
import type { Genesys } from '#core/genesys/index.ts';
import type { Clock } from '#core/ports.ts';
import type { OrgNames } from '#core/query/model.ts';
import { readOrgNames } from '#core/query/run/index.ts';
import type { Environment } from '../session/environments.ts';

/** The names of orgs, as they were last read in this window. Nothing of it is written to disk. */
export interface OrgNamesMemory extends vscode.Disposable {
  /** What is known without asking anybody; of any age. */
  known(environment: Environment): OrgNames | undefined;
  /** Young enough to be used, or read anew. */
  read(environment: Environment, genesys: Genesys, signal: AbortSignal): Promise<OrgNames>;
  /** Read anew, whatever is known: a name was not found, or somebody asks. */
  refresh(environment: Environment, genesys: Genesys, signal: AbortSignal): Promise<OrgNames>;
  readonly onChange: vscode.Event<void>;
}

/** Names change seldom, and a query that misses one reads them again. */
const YOUNG_MS = 10 * 60_000;

export function orgNamesMemory(clock: Clock): OrgNamesMemory {
  const memory = new Map<string, OrgNames>();
  const changed = new vscode.EventEmitter<void>();
  const refresh: OrgNamesMemory['refresh'] = async (environment, genesys, signal) => {
    const names = await readOrgNames(genesys, clock, { signal });
    memory.set(keyOf(environment), names);
    changed.fire();
    return names;
  };
  return {
    known: (environment) => memory.get(keyOf(environment)),
    async read(environment, genesys, signal) {
      const known = memory.get(keyOf(environment));
      if (known && clock.now() - known.readAt < YOUNG_MS) return known;
      return refresh(environment, genesys, signal);
    },
    refresh,
    onChange: changed.event,
    dispose: () => changed.dispose(),
  };
}

/** An environment whose region or binding changed is another place. */
function keyOf(environment: Environment): string {
  if (environment.kind === 'sandbox') return 'sandbox';
  return JSON.stringify([environment.name, environment.region.domain, environment.org ?? '']);
}
