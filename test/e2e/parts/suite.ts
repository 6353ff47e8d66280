// Bundles tests of test/e2e/suite and runs them with mocha inside the extension host of a real VS Code.
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { root } from '../../../scripts/editor-host/paths.ts';
import type { Executable } from '../host/executable.ts';
import type { TestResult } from './report.ts';

export interface SuiteRun {
  readonly part: string;
  /** Names of test/e2e/suite/<name>.test.ts, in the order in which they run in one window. */
  readonly tests: readonly string[];
  readonly scratch: string;
  readonly workspace: string;
  /** The folder of the extension under development. */
  readonly development: string;
  /** A folder of installed extensions; the editor host only. */
  readonly extensions?: string;
  readonly executable: Executable;
  readonly env?: Readonly<Record<string, string>>;
}

/** Resolves with each test's result; a suite that did not report at all is one failed test. */
export async function runSuite(run: SuiteRun): Promise<readonly TestResult[]> {
  const bundle = await bundleSuite(run);
  const reportFile = path.join(run.scratch, 'suite.json');
  const logFile = path.join(root, 'artifacts', 'e2e', `${run.part}.log`);
  const log = createWriteStream(logFile);
  const started = Date.now();
  let failure = '';
  try {
    await runTests({
      vscodeExecutablePath: run.executable.path,
      extensionDevelopmentPath: run.development,
      extensionTestsPath: bundle,
      launchArgs: [
        ...run.executable.args,
        run.workspace,
        `--user-data-dir=${path.join(run.scratch, 'user')}`,
        `--extensions-dir=${run.extensions ?? path.join(run.scratch, 'extensions')}`,
      ],
      extensionTestsEnv: {
        ...run.env,
        XDG_STATE_HOME: path.join(run.scratch, 'state'),
        WRAPSMITH_E2E_REPORT: reportFile,
        WRAPSMITH_E2E_FAILURE_PICTURE: path.join(root, 'artifacts', 'e2e', `${run.part}-failure.png`),
      },
      stdout: log,
      stderr: log,
    });
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
  }
  log.end();
  const results = await readFile(reportFile, 'utf8')
    .then((text): Omit<TestResult, 'part'>[] => JSON.parse(text))
    .catch(() => []);
  const named = results.map((result) => Object.assign(result, { part: run.part }));
  if (named.length > 0 && (failure === '' || named.some((result) => result.failure !== undefined))) return named;
  const reason = `${failure || 'No test reported a result.'}\nThe window's log is ${path.relative(root, logFile)}.`;
  return [
    ...named,
    { part: run.part, name: 'the tests run to their end', milliseconds: Date.now() - started, failure: reason },
  ];
}

/** Into artifacts/, so that mocha is found from there; returns the module that exports `run()`. */
async function bundleSuite({ part, tests }: SuiteRun): Promise<string> {
  const outdir = path.join(root, 'artifacts', 'e2e', part);
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const suite = path.join(root, 'test/e2e/suite');
  const entries = tests.map((name, at) => [`${String(at).padStart(2, '0')}-${name}`, `${name}.test.ts`] as const);
  await build({
    entryPoints: Object.fromEntries(
      [...entries, ['index', 'index.ts'] as const].map(([out, file]) => [out, path.join(suite, file)]),
    ),
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return path.join(outdir, 'index.cjs');
}
