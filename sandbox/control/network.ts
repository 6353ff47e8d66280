/** The network as requests find it. */
import type { Server } from 'node:http';
import { listen, portOf } from '../listen.ts';

/** `reset`: every request's connection is reset. `refused`: nobody listens, so that nothing can be sent either. */
export const outages = ['reset', 'refused'] as const;
export type Outage = (typeof outages)[number];

export interface Network {
  readonly state: 'up' | Outage;
  /** Going down takes effect at once; coming up when it resolves. Rejects if the port was taken in the meantime. */
  set(state: 'up' | Outage): Promise<void>;
}

export function createNetwork(server: Server): Network {
  let state: 'up' | Outage = 'up';
  let port = 0;
  return {
    get state() {
      return state;
    },
    async set(next) {
      const isShut = state === 'refused';
      state = next;
      if (next === 'refused' && !isShut) {
        port = portOf(server);
        // What is under way still gets its answer.
        server.close();
      } else if (next !== 'refused' && isShut) await listen(server, port);
    },
  };
}
