import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { installEditorHost } from '../../../scripts/editor-host/install.ts';
import { root } from '../../../scripts/editor-host/paths.ts';
import { runServerCommand } from '../../../scripts/editor-host/server.ts';

export interface Installed {
  /** The folder of installed extensions. */
  readonly extensions: string;
  /** The one folder in it. */
  readonly folder: string;
}

/** Installs the packed extension of artifacts/ with VS Code's own command. */
export async function installPackage(scratch: string): Promise<Installed> {
  const manifest = await readFile(path.join(root, 'package.json'), 'utf8');
  const { publisher, name, version }: Record<string, string> = JSON.parse(manifest);
  const extensions = path.join(scratch, 'installed');
  const options = {
    host: await installEditorHost(() => {}),
    scratch: path.join(scratch, 'installing'),
    userData: path.join(scratch, 'installing', 'data'),
    extensions,
    trust: 'every folder is trusted' as const,
  };
  await runServerCommand(options, ['--install-extension', path.join(root, 'artifacts', `${name}-${version}.vsix`)]);
  const folder = (await readdir(extensions)).find((entry) => entry.startsWith(`${publisher}.${name}-`));
  if (!folder) throw new Error(`The package was not installed: ${(await readdir(extensions)).join(', ')}`);
  return { extensions, folder: path.join(extensions, folder) };
}
