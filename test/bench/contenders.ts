/** The servers that are compared, and how each is started and told what the files are. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { copyUndelayed, shippedProgram } from './undelayed.ts';

export const NAMES = {
  ours: 'wrapsmith',
  shipped: 'yaml-language-server',
  undelayed: 'yaml-language-server without its delay',
  echo: 'echo',
} as const;
export type Name = (typeof NAMES)[keyof typeof NAMES];

export interface Contender {
  readonly name: Name;
  /** What Node is started with. */
  readonly args: readonly string[];
  /** What it is told when it asks for its settings, by section. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The floor reads nothing, so nothing is expected of its answers. */
  readonly isFloor?: true;
}

const root = path.resolve(import.meta.dirname, '../..');

/** The server as other editors start it: `wrapsmith lsp --stdio`. */
export const ourServer = (cli: string): Contender => ({ name: NAMES.ours, args: [cli, 'lsp', '--stdio'] });

export const shippedServer = (): Contender => yamlServer(NAMES.shipped, shippedProgram);

export const undelayedServer = async (scratch: string): Promise<Contender> =>
  yamlServer(NAMES.undelayed, await copyUndelayed(path.join(scratch, 'undelayed')));

/** One file, as our server is, so that both start alike. */
export async function echoServer(scratch: string): Promise<Contender> {
  const outfile = path.join(scratch, 'echo.cjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'echoServer.ts')],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  });
  return { name: NAMES.echo, args: [outfile], isFloor: true };
}

/** It does what ours does: checks with the schema of our catalogs, completes and hovers. It asks nothing of the net. */
function yamlServer(name: Name, program: string): Contender {
  const schema = pathToFileURL(path.join(root, 'schemas', 'wrapup-catalog.schema.json')).href;
  return {
    name,
    args: [program, '--stdio'],
    settings: {
      yaml: {
        schemas: { [schema]: '*.wrapup.yaml' },
        validate: true,
        completion: true,
        hover: true,
        schemaStore: { enable: false },
        kubernetesCRDStore: { enable: false },
      },
    },
  };
}
