/** The first file of the process: what it loads is compiled once and kept. */
import { createRequire } from 'node:module';
import { keepCompiled } from '#host/keepCompiled.ts';
import { EXIT } from './io.ts';

keepCompiled();
// Beside this file in the package.
const load = createRequire(import.meta.url);
if (isServerAlone(process.argv.slice(2))) {
  // Nothing is in flight that must be finished first.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(EXIT.interrupted));
  load('./languageServer.cjs');
} else load('./commandLine.cjs');

/** An editor waits for its language server, which needs nothing of the other commands unless an org is named. */
function isServerAlone(argv: readonly string[]): boolean {
  return argv.length === 2 && argv[0] === 'lsp' && argv[1] === '--stdio';
}
