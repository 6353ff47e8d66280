import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { systemClock } from '#host/clock.ts';
import { nodeFiles } from '#server/nodeFiles.ts';
import { rebindConsole } from '#server/rebindConsole.ts';
import { startServer } from '#server/startServer.ts';
import { EXIT } from '../io.ts';
import { withExample } from '../options.ts';
import type { RegisterCommand } from './command.ts';

/** The language server for any editor. The connection owns the process from here: `exit`, or the end of stdin, ends it. */
export const registerLsp: RegisterCommand = (program, io) => {
  const command = program
    .command('lsp')
    .description('run the language server for any editor')
    .requiredOption('--stdio', 'speak the protocol on stdin and stdout')
    .action(async () => {
      const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
      rebindConsole(connection.console);
      startServer(connection, { files: nodeFiles, clock: systemClock });
      // Nothing is in flight that must be finished first.
      io.signal.addEventListener('abort', () => process.exit(EXIT.interrupted));
      await new Promise(() => undefined);
    });
  withExample(command, 'wrapsmith lsp --stdio');
};
