/** Starts and ends an HTTP server on 127.0.0.1. */
import type { Server } from 'node:http';

/** The port that it listens on; 0 asks for a free one. Rejects if the port is taken. */
export async function listen(server: Server, port: number): Promise<number> {
  // Longer than a client keeps a connection, so that none is closed under a request.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return portOf(server);
}

export function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return address.port;
}

/** Ends all connections, held ones too, and the server. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    if (server.listening) server.close((error) => (error ? reject(error) : resolve()));
    else resolve();
    server.closeAllConnections();
  });
}
