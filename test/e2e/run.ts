import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { ensureBrowser } from '../../scripts/editor-host/browser.ts';
import { installEditorHost } from '../../scripts/editor-host/install.ts';
import { root } from '../../scripts/editor-host/paths.ts';
import { endAllGroups } from '../../scripts/editor-host/process-group.ts';
import { mustRunNode } from './parts/command.ts';
import { within } from './parts/deadline.ts';
import { developed, packaged } from './parts/inHost.ts';
import { printResult, type Tell, type TestResult, toReport, writeReport } from './parts/report.ts';
import { withScratch } from './parts/scratch.ts';
import { inBrowser } from './ui/run.ts';

/** A part gets a folder of its own and tells how each of its tests ended as soon as it did. */
interface Part {
  readonly limitMs: number;
  run(scratch: string, tell: Tell): Promise<void>;
}

const PARTS: Readonly<Record<string, Part>> = {
  suite: { limitMs: 240_000, run: developed },
  vsix: { limitMs: 120_000, run: packaged },
  ui: { limitMs: 480_000, run: inBrowser },
};

/**
 * Prepares VS Code, a browser and the package, then runs the named parts, or all.
 * @returns the exit code: 0 when every test passed
 */
export async function runAll(named: readonly string[]): Promise<number> {
  const names = named.length > 0 ? named : Object.keys(PARTS);
  for (const name of names) {
    if (!PARTS[name]) throw new Error(`No part is called ${name}: ${Object.keys(PARTS).join(', ')}`);
  }
  endOnSignals();
  await rm(path.join(root, 'artifacts', 'e2e.json'), { force: true });
  await mkdir(path.join(root, 'artifacts', 'e2e'), { recursive: true });
  const tests = await prepared();
  if (tests.length === 0) for (const name of names) tests.push(...(await runPart(name)));
  const report = toReport(tests);
  await writeReport(report);
  return report.failed === 0 ? 0 : 1;
}

/** Empty, or the one failure that keeps every part from running. */
async function prepared(): Promise<TestResult[]> {
  const log = (message: string) => console.log(message);
  try {
    const installing = Promise.all([installEditorHost(log), ensureBrowser(log)]);
    await mustRunNode(['scripts/build.mjs']);
    await mustRunNode(['scripts/package.mjs']);
    await within(600_000, 'Installing VS Code and a browser', installing);
    return [];
  } catch (error) {
    return [
      { part: 'prepare', name: 'VS Code, a browser and the package are there', milliseconds: 0, failure: text(error) },
    ];
  }
}

async function runPart(name: string): Promise<readonly TestResult[]> {
  const part = PARTS[name];
  if (!part) return [];
  console.log(`\n${name}`);
  const results: TestResult[] = [];
  const tell = (result: TestResult) => {
    results.push(result);
    printResult(result);
  };
  const started = Date.now();
  try {
    const work = withScratch((scratch) => part.run(scratch, tell));
    await within(part.limitMs, `The part ${name}`, work);
  } catch (error) {
    endAllGroups();
    tell({ part: name, name: 'runs to its end', milliseconds: Date.now() - started, failure: text(error) });
  }
  return results;
}

/** An interrupted run ends through `exit`, where the processes it started are ended too. */
function endOnSignals(): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
}

const text = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));
