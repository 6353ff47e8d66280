import type { DeliveryParts } from '#core/events/deliver.ts';
import { eventPost } from '#host/eventPost.ts';
import { folderOutbox } from '#host/outboxFolder.ts';
import { proxyFromEnv } from '#host/proxy.ts';
import { systemRandom } from '#host/random.ts';
import { CliError, type CliIo } from '../io.ts';

/** Signs events to every address. */
export const SECRET_VARIABLE = 'WRAPSMITH_EVENTS_SECRET';

export type Note = (sentence: string) => void;

/** What sending needs of this process. Throws `CliError` where the proxy's address is none. */
export function deliveryParts(io: CliIo, onNote: Note): DeliveryParts {
  const proxy = proxyFromEnv(io.env);
  if (!proxy.ok) throw new CliError(proxy.reason);
  return {
    outbox: folderOutbox({ folder: io.stateFolder, onNote }),
    post: io.postEvent ?? eventPost({ agentFor: proxy.agentFor }),
    secretFor: async () => io.env[SECRET_VARIABLE],
    clock: io.clock,
    random: systemRandom,
    signal: io.signal,
  };
}
