import type { LiveText } from '#core/text/live/index.ts';
import type { LiveProject } from '#core/workspace/live/index.ts';
import { type OurFile, ourFile } from './ourFile.ts';
import type { ServerParts } from './parts.ts';
import { StaleDocument } from './runner.ts';

/** An open file, and all files of its project. */
export interface InProject extends OurFile {
  readonly text: LiveText;
  readonly all: readonly LiveText[];
}

/** As `ourFile`, when all files of the project are read: for answers that would be wrong without some of them. */
export async function wholeProject(
  parts: Pick<ServerParts, 'documents' | 'projects'>,
  uri: string,
): Promise<InProject | undefined> {
  const file = await ourFile(parts, uri);
  if (!file) return undefined;
  const { document, project } = file;
  const { version } = document;
  await project.whole();
  if (!parts.documents.isOpen(document) || document.version !== version) throw new StaleDocument();
  return { ...file, text: document.text, all: textsOf(project.live) };
}

export function textsOf(live: LiveProject): readonly LiveText[] {
  return live.names().flatMap((name) => live.text(name) ?? []);
}
