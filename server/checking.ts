import type { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '#core/check/index.ts';
import type { Problem } from '#core/check/problem.ts';
import type { OpenDocuments } from './documents.ts';
import { isOurs } from './ours.ts';
import type { Projects } from './projects.ts';
import { StaleDocument } from './runner.ts';

export interface Checking {
  /** Checks a document as it is now; throws `StaleDocument` when it changed while its project was read. */
  problems(document: TextDocument): Promise<readonly Problem[]>;
  /** The same, from memory where this version was checked before: editors ask for fixes at every move of the cursor. */
  latest(document: TextDocument): Promise<readonly Problem[]>;
  /** The surroundings changed: what is in memory no longer holds. */
  forget(): void;
}

interface Checked {
  readonly version: number;
  readonly problems: readonly Problem[];
}

export function createChecking(documents: OpenDocuments, projects: Projects): Checking {
  const checked = new Map<string, Checked>();
  documents.onClosed(({ uri }) => checked.delete(uri));

  const problems = async (document: TextDocument): Promise<readonly Problem[]> => {
    const { uri, version } = document;
    const context = await projects.contextFor(uri);
    if (!documents.isCurrent(document, version)) throw new StaleDocument();
    const source = documents.source(document);
    const found = isOurs(document, source) ? check(source, context) : [];
    checked.set(uri, { version, problems: found });
    return found;
  };
  return {
    problems,
    async latest(document) {
      const known = checked.get(document.uri);
      return known?.version === document.version ? known.problems : problems(document);
    },
    forget: () => checked.clear(),
  };
}
