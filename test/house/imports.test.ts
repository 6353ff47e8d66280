/**
 * The import rules of docs/architecture.md are lint rules. These tests break each rule once, so that a
 * rule that stopped working is noticed; the bundle test sees what a lint of direct imports cannot.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Folder → code that must be refused there, one statement a case. */
const forbidden: Readonly<Record<string, readonly string[]>> = {
  core: [
    "import 'node:fs';",
    "import 'vscode';",
    "import 'axios';",
    "import 'vscode-languageserver';",
    "import '#host/clock.ts';",
    "import '#server/protocol.ts';",
    "import '#sandbox/main.ts';",
    "import '../../../client/extension.ts';",
    'export const a = Date.now();',
    'export const a = Math.random();',
    'export const a = process.env;',
    "export const a = () => fetch('x');",
    'export const a = () => setTimeout(() => undefined, 1);',
  ],
  host: ["import '#server/protocol.ts';", "import 'vscode';", "import '#cli/run.ts';"],
  server: ["import '#core/genesys/http.ts';", "import '#core/deploy/model.ts';", "import 'axios';", "import 'vscode';"],
  client: [
    "import '#server/main.ts';",
    "import '../../../server/main.ts';",
    "import '#cli/run.ts';",
    "import 'axios';",
  ],
  'client/results/view': [
    "import '#core/ports.ts';",
    "import '../../extension.ts';",
    "import 'vscode';",
    "import 'node:fs';",
  ],
  cli: ["import 'vscode';", "import '#client/extension.ts';", "import '#sandbox/main.ts';"],
  sandbox: ["import '#core/ports.ts';", "import '#host/clock.ts';", "import '../../../core/ports.ts';"],
};

const cases = Object.entries(forbidden).flatMap(([folder, statements]) =>
  statements.map((statement, index) => ({ folder, statement, file: `case${index}.ts` })),
);

interface Finding {
  readonly filename: string;
  readonly code: string;
}

describe('import rules', () => {
  const probes: string[] = [];
  let findings: readonly Finding[] = [];

  beforeAll(() => {
    for (const folder of Object.keys(forbidden)) {
      const probe = mkdtempSync(path.join(root, folder, 'probe-'));
      probes.push(probe);
      mkdirSync(path.join(probe, 'inner'));
      forbidden[folder]?.forEach((statement, index) => {
        writeFileSync(path.join(probe, 'inner', `case${index}.ts`), `${statement}\n`);
      });
    }
    const lint = spawnSync(
      process.execPath,
      [path.join(root, 'node_modules/oxlint/bin/oxlint'), '--format=json', ...probes],
      { cwd: root, encoding: 'utf8' },
    );
    findings = (JSON.parse(lint.stdout) as { diagnostics: Finding[] }).diagnostics;
  });

  afterAll(() => {
    for (const probe of probes) rmSync(probe, { recursive: true, force: true });
  });

  it.each(cases)('refuses in $folder: $statement', ({ folder, file }) => {
    const found = findings.filter(
      (one) =>
        one.filename.startsWith(`${folder}/probe-`) &&
        one.filename.endsWith(`/${file}`) &&
        one.code.includes('restricted'),
    );
    expect(found).not.toHaveLength(0);
  });
});

describe('bundles', () => {
  const inputsOf = async (entry: string, external: readonly string[] = []): Promise<readonly string[]> => {
    const result = await build({
      entryPoints: [path.join(root, entry)],
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      format: 'cjs',
      outfile: 'out.cjs',
      mainFields: ['module', 'main'],
      external: [...external],
      absWorkingDir: root,
      logLevel: 'silent',
    });
    return Object.keys(result.metafile.inputs);
  };

  it('the server holds no HTTP client and nothing that knows a token', async () => {
    const inputs = await inputsOf('server/main.ts');
    expect(inputs.filter((file) => /axios|oauth4webapi|core\/(genesys|deploy)\//.test(file))).toEqual([]);
  });

  it('the sandbox holds nothing of the product', async () => {
    const inputs = await inputsOf('sandbox/main.ts');
    expect(inputs.filter((file) => /^(core|host|server|client|cli)\//.test(file))).toEqual([]);
  });

  it.each(['client/extension.ts', 'cli/main.ts'])('%s holds no sandbox', async (entry) => {
    const inputs = await inputsOf(entry, ['vscode']);
    expect(inputs.filter((file) => file.startsWith('sandbox/'))).toEqual([]);
  });

  it('only http.ts sees axios', async () => {
    const result = await build({
      entryPoints: [path.join(root, 'cli/main.ts')],
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      format: 'cjs',
      outfile: 'out.cjs',
      mainFields: ['module', 'main'],
      absWorkingDir: root,
      logLevel: 'silent',
    });
    const importers = Object.entries(result.metafile.inputs)
      .filter(
        ([file, input]) =>
          !file.includes('node_modules') && input.imports.some(({ path: to }) => to.includes('node_modules/axios')),
      )
      .map(([file]) => file);
    expect(importers).toEqual(['core/genesys/http.ts']);
  });
});
