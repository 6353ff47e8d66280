/** The language server as a process: Node IPC from the editor, or `--stdio`. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { systemClock } from '#host/clock.ts';
import { nodeFiles } from './nodeFiles.ts';
import { rebindConsole } from './rebindConsole.ts';
import { keepHeapSmall } from './smallHeap.ts';
import { startServer } from './startServer.ts';

const connection = createConnection(ProposedFeatures.all);
rebindConsole(connection.console);
keepHeapSmall();
startServer(connection, { files: nodeFiles, clock: systemClock });
