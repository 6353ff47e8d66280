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
}

export function createChecking(documents: OpenDocuments, projects: Projects): Checking {
  return {
    async problems(document) {
      const { version } = document;
      const context = await projects.contextFor(document.uri);
      if (!documents.isCurrent(document, version)) throw new StaleDocument();
      const source = documents.source(document);
      return isOurs(document, source) ? check(source, context) : [];
    },
  };
}
