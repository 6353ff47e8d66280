import type { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '#core/check/index.ts';
import type { Problem } from '#core/check/problem.ts';
import { readSource } from '#core/text/parse.ts';
import type { OpenDocuments } from './documents.ts';
import { ourFile } from './ourFile.ts';
import type { Projects } from './projects.ts';

export interface Checking {
  /** Checks a document as it is now; throws `StaleDocument` when it changed while its project was read. */
  problems(document: TextDocument): Promise<readonly Problem[]>;
  /** The same, from memory where this version was checked before: editors ask for fixes at every move of the cursor. */
  latest(document: TextDocument): Promise<readonly Problem[]>;
  /** The problems that a document would have with another text. */
  problemsOf(document: TextDocument, text: string): Promise<readonly Problem[]>;
  /** The surroundings changed: what is in memory no longer holds. */
  forget(): void;
}

interface Checked {
  readonly version: number;
  readonly problems: readonly Problem[];
}

export function createChecking(documents: OpenDocuments, projects: Projects): Checking {
  let checked = new WeakMap<TextDocument, Checked>();

  const problems = async (document: TextDocument): Promise<readonly Problem[]> => {
    const { version } = document;
    const memory = checked;
    const file = await ourFile({ documents, projects }, document);
    const found = file ? check(file.source, file.context) : [];
    memory.set(document, { version, problems: found });
    return found;
  };
  return {
    problems,
    async latest(document) {
      const known = checked.get(document);
      return known?.version === document.version ? known.problems : problems(document);
    },
    async problemsOf({ uri }, text) {
      return check(readSource(uri, text), await projects.contextFor(uri));
    },
    forget() {
      checked = new WeakMap();
    },
  };
}
