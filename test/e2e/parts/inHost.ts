// The two parts whose tests run inside VS Code's extension host.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { root } from '../../../scripts/editor-host/paths.ts';
import { chooseExecutable, editorHost } from '../host/executable.ts';
import { runNode } from './command.ts';
import { installPackage } from './package.ts';
import type { Tell } from './report.ts';
import { copySamples } from './scratch.ts';
import { runSuite } from './suite.ts';
import { watchNetwork } from './network.ts';

/** The extension as it is developed, from the repository's folder. */
export async function developed(scratch: string, tell: Tell): Promise<void> {
  const workspace = await copySamples(scratch);
  const markers = path.join(scratch, 'markers.json');
  await writeFile(markers, JSON.stringify(await problemsOfCommandLine(workspace)));
  const network = watchNetwork(scratch);
  const results = await runSuite({
    part: 'suite',
    tests: ['activation', 'problems', 'editing', 'language', 'commands', 'pushing', 'querying'],
    scratch,
    workspace,
    executable: chooseExecutable(),
    development: root,
    env: { ...network.env, WRAPSMITH_E2E_MARKERS: markers },
  });
  results.forEach(tell);
  tell(await network.result('suite'));
}

/** The packed VSIX, installed as a user does. A bare extension is under development, to carry the tests. */
export async function packaged(scratch: string, tell: Tell): Promise<void> {
  const workspace = await copySamples(scratch);
  const { extensions, folder } = await installPackage(scratch);
  const carrier = path.join(scratch, 'carrier');
  await mkdir(carrier);
  const manifest = { name: 'carrier', publisher: 'test', version: '0.0.0', engines: { vscode: '^1.100.0' } };
  await writeFile(path.join(carrier, 'package.json'), JSON.stringify(manifest));
  const results = await runSuite({
    part: 'vsix',
    tests: ['packaged'],
    scratch,
    workspace,
    development: carrier,
    extensions,
    executable: editorHost,
    env: { WRAPSMITH_E2E_INSTALLED: folder },
  });
  results.forEach(tell);
}

/** What `wrapsmith validate --format json` says about every file of the workspace that it checks. */
async function problemsOfCommandLine(workspace: string) {
  const cli = path.join(root, 'dist', 'cli.cjs');
  const { code, stdout, stderr } = await runNode([cli, 'validate', '.', '--format', 'json'], workspace);
  if (code !== 1) throw new Error(`validate ended with exit code ${code}; the broken samples make it 1.\n${stderr}`);
  const markers: { file: string }[] = JSON.parse(stdout);
  const relative = (file: string) => path.relative(workspace, path.resolve(workspace, file)).split(path.sep).join('/');
  const files = globSync(['**/*.wrapup.{yaml,yml}', '**/genesys.{yaml,yml}'], { cwd: workspace }).sort();
  return { files, markers: markers.map((marker) => Object.assign(marker, { file: relative(marker.file) })) };
}
