/** One language server as a process, spoken to over stdio as an editor does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import {
  type ConfigurationParams,
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Contender } from './contenders.ts';

/** Nothing that is measured takes this long; who takes longer does not answer any more. */
const LIMIT_MS = 180_000;

export interface Document {
  readonly uri: string;
  readonly version: number;
}

export interface LanguageServer {
  /** From the start of the process to the answer of `initialize`, in milliseconds. */
  readonly startUp: number;
  readonly connection: ProtocolConnection;
  /** Resolves with the moment at which diagnostics of a document came that `isAnswer` takes. Ask before sending. */
  diagnostics(uri: string, isAnswer: (found: readonly Diagnostic[], version?: number) => boolean): Promise<number>;
  /** The most that the process has had in memory, in megabytes. Undefined where the system does not say. */
  peakMemory(): number | undefined;
  stop(): Promise<void>;
}

export async function startServer(contender: Contender, folderUri: string): Promise<LanguageServer> {
  const started = performance.now();
  const child = spawn(process.execPath, [...contender.args], { stdio: ['pipe', 'pipe', 'pipe'] });
  const waiting = new Set<(params: PublishDiagnosticsParams) => void>();
  const { connection, ended } = connect(contender, child);
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    for (const tell of waiting) tell(params);
  });
  connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
    items.map(({ section }) => contender.settings?.[section ?? ''] ?? null),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const within = withLimit(contender, ended);
  await within(
    'initialize',
    connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folderUri,
      workspaceFolders: [{ uri: folderUri, name: 'bench' }],
      capabilities: EDITOR,
    }),
  );
  const startUp = performance.now() - started;
  await connection.sendNotification('initialized', {});

  return {
    startUp,
    connection,
    diagnostics(uri, isAnswer) {
      const answered = new Promise<number>((resolve) => {
        const tell = (params: PublishDiagnosticsParams): void => {
          const now = performance.now();
          if (params.uri !== uri || !isAnswer(params.diagnostics, params.version)) return;
          waiting.delete(tell);
          resolve(now);
        };
        waiting.add(tell);
      });
      return within('diagnostics', answered);
    },
    peakMemory: () => peakMemory(child),
    async stop() {
      const exit = once(child, 'exit');
      await within('shutdown', connection.sendRequest('shutdown'));
      await connection.sendNotification('exit');
      // Not every server ends when it is told to.
      child.stdin.end();
      const kill = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await exit;
      clearTimeout(kill);
      connection.dispose();
    },
  };
}

/** An editor that shows what the server pushes. Its settings are asked for by the server. */
const EDITOR = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    hover: { contentFormat: ['markdown'] },
  },
  workspace: { configuration: true, workspaceFolders: true },
};

interface Connected {
  readonly connection: ProtocolConnection;
  /** Rejects when the process ends before it was asked to. */
  readonly ended: Promise<never>;
}

function connect(contender: Contender, child: ChildProcess): Connected {
  const { stdin, stdout, stderr } = child;
  if (!stdin || !stdout || !stderr) throw new Error('The server has no streams.');
  let said = '';
  stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2_000)));
  const ended = new Promise<never>((_, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => reject(new Error(`${contender.name} ended with ${code ?? signal}.\n${said}`)));
  });
  ended.catch(() => undefined);
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return {
    connection: createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin)),
    ended,
  };
}

function withLimit({ name }: Contender, ended: Promise<never>): <T>(what: string, work: Promise<T>) => Promise<T> {
  return async (what, work) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${name} gave no answer: ${what}.`)), LIMIT_MS);
    });
    try {
      return await Promise.race([work, ended, late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

function peakMemory({ pid }: ChildProcess): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const kilobytes = /^VmHWM:\s+(?<count>\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.groups?.['count'];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
