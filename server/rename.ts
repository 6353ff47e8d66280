import { LSPErrorCodes, type Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { baseName } from '#core/check/home.ts';
import { plainWords } from '#core/text/plainWords.ts';
import { prepareRename, rename } from '#core/workspace/navigate/index.ts';
import { ourFile, within } from './ourFile.ts';
import type { RegisterFeature } from './parts.ts';
import { wholeProject } from './wholeProject.ts';
import { workspaceEditWriter } from './workspaceEdit.ts';

/** One edit over all files of the project, which one undo takes back. What cannot be is refused with a sentence. */
export const registerRename: RegisterFeature = (parts, client) => {
  const { connection, documents, runner } = parts;
  const toEdit = workspaceEditWriter(documents, client);
  connection.onPrepareRename(({ textDocument: { uri }, position }, token) =>
    runner.run<{ range: Range; placeholder: string } | null>(
      'rename',
      uri,
      token,
      () => null,
      async () => {
        const file = await ourFile(parts, uri);
        if (!file) return null;
        const { text } = file.document;
        const start = prepareRename(text, within(position, text.lineCount));
        return 'refusal' in start ? refuse(start.refusal) : start;
      },
    ),
  );
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }, token) =>
    runner.run<WorkspaceEdit | null>(
      'rename',
      uri,
      token,
      () => null,
      async () => {
        const file = await wholeProject(parts, uri);
        if (!file) return null;
        const [missing] = file.project.unreadable();
        if (missing !== undefined) return refuse(unreadable(missing));
        const plan = rename(file.text, within(position, file.text.lineCount), newName, file.all);
        return 'refusal' in plan ? refuse(plan.refusal) : toEdit(plan.edits);
      },
    ),
  );
};

/** It may have the name too, and would keep it. */
function unreadable(uri: string): string {
  return plainWords(
    `\`${baseName(uri)}\` cannot be read, so nobody knows whether it has the name too. Make it readable or remove it, then rename again.`,
  );
}

function refuse(sentence: string): never {
  throw new ResponseError(LSPErrorCodes.RequestFailed, sentence);
}
