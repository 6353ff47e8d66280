/** The first file of the process. It keeps what is compiled of the second one, which halves the time to start. */
import * as nodeModule from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '#host/cacheFolder.ts';

/** By then the features that are used at once have been compiled, too. */
const SAVED_AFTER_MS = 10_000;

/** Older Node has no such cache, and where nothing can be written it does without. */
function keepCompiled(): void {
  try {
    const { env, platform } = process;
    nodeModule.enableCompileCache?.(join(cacheFolder({ env, platform, home: homedir() }), 'compiled'));
    setTimeout(() => nodeModule.flushCompileCache?.(), SAVED_AFTER_MS).unref();
  } catch {
    // It starts a little later.
  }
}

keepCompiled();
// Beside this file in the package.
nodeModule.createRequire(import.meta.url)('./languageServer.cjs');
