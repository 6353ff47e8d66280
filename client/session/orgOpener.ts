import { createGenesys, regionTarget, sandboxTarget, type Genesys, type TargetResult } from '#core/genesys/index.ts';
import type { NamedRef } from '#core/deploy/model.ts';
import type { Clock, Logger, Random } from '#core/ports.ts';
import { UserError } from '../errors.ts';
import type { Credentials } from './accounts.ts';
import { explained } from './explained.ts';

/** An org that answered. Its token stays inside `genesys`. */
export interface OpenedOrg {
  readonly genesys: Genesys;
  readonly organization: NamedRef;
}

/** `label` is how a failure names the place: the environment, or the region while nobody is signed in. */
export interface OrgOpener {
  region(credentials: Credentials, label: string, signal: AbortSignal): Promise<OpenedOrg>;
  sandbox(url: string, client: ClientCredentials, label: string, signal: AbortSignal): Promise<OpenedOrg>;
  /** Ends the token of a client, as far as the org can still be reached, and forgets it. */
  forget(region: string, clientId: string): Promise<void>;
  dispose(): void;
}

type ClientCredentials = Pick<Credentials, 'clientId' | 'clientSecret'>;

export interface OrgOpenerDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** Called with each secret before it is used, so that no log ever shows it. */
  readonly onSecret: (secret: string) => void;
}

/** Keeps one connection per place and client, so that its token and its pacing are shared. */
export function orgOpener({ onSecret, ...parts }: OrgOpenerDeps): OrgOpener {
  const open = new Map<string, { readonly clientSecret: string; readonly genesys: Genesys }>();

  const connect = (found: TargetResult, { clientId, clientSecret }: ClientCredentials): Genesys => {
    if (!found.ok) throw new UserError(found.why);
    const key = keyOf(found.target.apiUrl, clientId);
    const known = open.get(key);
    if (known?.clientSecret === clientSecret) return known.genesys;
    known?.genesys.close();
    onSecret(clientSecret);
    const genesys = createGenesys({
      ...parts,
      target: found.target,
      credentials: { kind: 'clientCredentials', clientId, clientSecret },
    });
    open.set(key, { clientSecret, genesys });
    return genesys;
  };

  const opened = async (genesys: Genesys, label: string, signal: AbortSignal): Promise<OpenedOrg> => {
    const { id, name } = await explained({ environment: label }, () => genesys.organization({ signal }));
    return { genesys, organization: { id, name } };
  };

  return {
    region: async (credentials, label, signal) =>
      opened(connect(regionTarget(credentials.region), credentials), label, signal),
    sandbox: async (url, client, label, signal) => opened(connect(sandboxTarget(url), client), label, signal),
    async forget(region, clientId) {
      const found = regionTarget(region);
      const key = found.ok ? keyOf(found.target.apiUrl, clientId) : '';
      const known = open.get(key);
      open.delete(key);
      if (!known) return;
      await known.genesys
        .revoke()
        .catch(() => parts.logger.warn('The token could not be ended in the org; it ends by itself.'));
      known.genesys.close();
    },
    dispose() {
      for (const { genesys } of open.values()) genesys.close();
      open.clear();
    },
  };
}

function keyOf(apiUrl: string, clientId: string): string {
  return `${apiUrl} ${clientId}`;
}
