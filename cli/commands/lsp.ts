import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from '#server/nodeFiles.ts';
import { rebindConsole } from '#server/rebindConsole.ts';
import { startServer } from '#server/startServer.ts';
import { type CliIo, EXIT } from '../io.ts';
import { type LspOrg, lspOrg } from '../lspOrg.ts';
import { type TargetOptions, withExample, withTargetOptions } from '../options.ts';
import type { RegisterCommand } from './command.ts';

/** The language server for any editor. The connection owns the process from here: `exit`, or the end of stdin, ends it. */
export const registerLsp: RegisterCommand = (program, io) => {
  const command = program
    .command('lsp')
    .description('run the language server for any editor; with --env or --sandbox it knows the names of the org')
    .requiredOption('--stdio', 'speak the protocol on stdin and stdout')
    .action(async (options: TargetOptions) => {
      const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
      rebindConsole(connection.console);
      const org = orgOf(options, io, (message) => connection.console.warn(message));
      startServer(connection, { files: nodeFiles, clock: io.clock, ...(org && { org }) });
      // Nothing is in flight that must be finished first.
      io.signal.addEventListener('abort', () => process.exit(EXIT.interrupted));
      await new Promise(() => undefined);
    });
  withTargetOptions(command);
  withExample(command, 'wrapsmith lsp --stdio --env dev');
};

/** Nobody is asked unless somebody says whom: variables of the environment alone are no consent. */
function orgOf(options: TargetOptions, io: CliIo, warn: (message: string) => void): LspOrg | undefined {
  return options.env === undefined && options.sandbox === undefined ? undefined : lspOrg(options, io, warn);
}
