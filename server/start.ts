/** The first file of the process: what it loads is compiled once and kept. */
import { createRequire } from 'node:module';
import { keepCompiled } from '#host/keepCompiled.ts';

keepCompiled();
// Beside this file in the package.
createRequire(import.meta.url)('./languageServer.cjs');
