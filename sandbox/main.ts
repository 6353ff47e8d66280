/**
 * The sandbox as a process. When it listens it prints one line of JSON, `{url, clientId, clientSecret, pkceClientId}`,
 * with `gatewayUrl` and `control: {url, secret}` where those were asked for.
 * It ends on SIGINT and SIGTERM, and when the pipe that is its standard input closes, so that none is left
 * behind when the program that started it dies.
 */
import { fstatSync, readFileSync } from 'node:fs';
import { parseArgs } from './args.ts';
import { startSandbox } from './server.ts';

async function main(): Promise<void> {
  const { gatewayKeyFile, ...args } = parseArgs(process.argv.slice(2));
  const gatewayKey = gatewayKeyFile === undefined ? undefined : keyIn(gatewayKeyFile);
  const sandbox = await startSandbox(gatewayKey === undefined ? args : { ...args, gatewayKey });
  const end = (): void => {
    void sandbox.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  if (isPipe(0)) process.stdin.once('end', end).once('error', end).resume();
  const { url, clientId, clientSecret, gatewayUrl } = sandbox;
  const control = sandbox.control && { url: sandbox.control.url, secret: sandbox.control.secret };
  const pkceClientId = sandbox.apps.desktop.id;
  process.stdout.write(`${JSON.stringify({ url, clientId, clientSecret, pkceClientId, gatewayUrl, control })}\n`);
}

function keyIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`The file ${file} cannot be read. --gateway-key names a file with a public key in PEM.`);
  }
}

/** Node's own pipes to a child process are sockets on POSIX. */
function isPipe(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFIFO() || stats.isSocket();
  } catch {
    return false;
  }
}

function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Use another --port, or none for a free one.`;
  return error.message;
}

main().catch((error: unknown) => {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exit(3);
});
