import { fileURLToPath } from 'node:url';
import type { GenesysProject } from '#core/contract/generated/files.ts';
import { guardOrg } from '#core/deploy/orgGuard.ts';
import type { OrgNames } from '#core/query/model.ts';
import { namesKeeper, YOUNG_MS } from '#core/query/run/index.ts';
import { readSource } from '#core/text/parse.ts';
import { readProject } from '#core/workspace/index.ts';
import { readTextFile } from '#host/files.ts';
import { projectFor } from '#host/project.ts';
import { type Connection, connect } from './connect.ts';
import type { CliIo } from './io.ts';
import type { TargetOptions } from './options.ts';

/** What the language server is told of the org: names that are read in the background and kept young. */
export interface LspOrg {
  /** What is known of the org of a document, without waiting for a network. */
  names(uri: string): Promise<OrgNames | undefined>;
  onChange(listener: () => void): void;
  close(): void;
}

/**
 * The org that `--env` or `--sandbox` names, signed in with the environment variables as all commands do. What keeps
 * it from being known (no such environment, no sign-in, another org than `genesys.yaml` binds) is warned of once.
 */
export function lspOrg(options: TargetOptions, io: CliIo, warn: (message: string) => void): LspOrg {
  const listeners: (() => void)[] = [];
  const connections = new Map<string, Connection>();
  const warned = new Set<string>();
  const ended = new AbortController();
  const warnOnce = (error: unknown): void => {
    const message = error instanceof Error ? error.message : String(error);
    if (warned.has(message)) return;
    warned.add(message);
    warn(`Names of the org are not known: ${message}`);
  };
  const keeper = namesKeeper({
    clock: io.clock,
    onChange: () => listeners.forEach((listener) => listener()),
    onFailure: (place, error) => warnOnce(connections.get(place)?.explained(error) ?? error),
  });
  const wake = (place: string, { genesys }: Connection): void => keeper.wake(place, async () => genesys);
  const stayYoung = async (): Promise<void> => {
    for (;;) {
      await io.clock.sleep(YOUNG_MS, ended.signal);
      for (const [place, connection] of connections) wake(place, connection);
    }
  };
  stayYoung().catch(() => undefined);

  return {
    async names(uri) {
      try {
        const project = await projectOf(uri);
        const place = JSON.stringify(project?.environments ?? {});
        const connection = connections.get(place) ?? connect({ ...options, quiet: true, color: false }, project, io);
        connections.set(place, connection);
        wake(place, connection);
        const known = keeper.known(place);
        if (known) guardOrg(connection.destination.planTarget, known.org);
        return known;
      } catch (error) {
        warnOnce(error);
        return undefined;
      }
    },
    onChange: (listener) => void listeners.push(listener),
    close() {
      ended.abort();
      keeper.dispose();
      for (const { genesys } of connections.values()) genesys.close();
    },
  };
}

/** As it is on disk: an environment that is being typed is no place to sign in. */
async function projectOf(uri: string): Promise<GenesysProject | undefined> {
  if (!uri.startsWith('file:')) return undefined;
  const path = await projectFor(fileURLToPath(uri));
  const read = path === undefined ? undefined : await readTextFile(path);
  return path !== undefined && read?.kind === 'text' ? readProject(readSource(path, read.text)) : undefined;
}
