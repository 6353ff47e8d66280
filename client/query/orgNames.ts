import * as vscode from 'vscode';
import type { Genesys } from '#core/genesys/index.ts';
import type { Clock, Logger } from '#core/ports.ts';
import type { OrgNames } from '#core/query/model.ts';
import { namesKeeper, type NamesGenesys } from '#core/query/run/index.ts';
import type { Environment } from '../session/environments.ts';

/** The names of the orgs of this window's environments; see `NamesKeeper`. */
export interface OrgNamesMemory extends vscode.Disposable {
  known(environment: Environment): OrgNames | undefined;
  read(environment: Environment, genesys: Genesys, signal: AbortSignal): Promise<OrgNames>;
  refresh(environment: Environment, genesys: Genesys, signal: AbortSignal): Promise<OrgNames>;
  wake(environment: Environment, open: (signal: AbortSignal) => Promise<NamesGenesys>): void;
  outdate(environment: Environment): void;
  readonly onChange: vscode.Event<void>;
}

export function orgNamesMemory(clock: Clock, log: Logger): OrgNamesMemory {
  const changed = new vscode.EventEmitter<void>();
  const keeper = namesKeeper({
    clock,
    onChange: () => changed.fire(),
    onFailure: (_place, error) => log.debug(`The names of the org were not read: ${String(error)}`),
  });
  return {
    known: (environment) => keeper.known(keyOf(environment)),
    read: (environment, genesys, signal) => keeper.read(keyOf(environment), genesys, signal),
    refresh: (environment, genesys, signal) => keeper.refresh(keyOf(environment), genesys, signal),
    wake: (environment, open) => keeper.wake(keyOf(environment), open),
    outdate: (environment) => keeper.outdate(keyOf(environment)),
    onChange: changed.event,
    dispose() {
      keeper.dispose();
      changed.dispose();
    },
  };
}

/** An environment whose region or binding changed is another place. */
function keyOf(environment: Environment): string {
  if (environment.kind === 'sandbox') return 'sandbox';
  return JSON.stringify([environment.name, environment.region.domain, environment.org ?? '']);
}
