import * as vscode from 'vscode';
import { fileKindOf } from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';
import { UserError } from '../errors.ts';
import { isOurs } from '../language/files.ts';
import { textOf } from '../workspace/texts.ts';

/** One query: a file, and which of its documents, from 0. */
export interface QueryPlace {
  readonly uri: vscode.Uri;
  readonly document: number;
}

/**
 * The query that a command means: the one whose lens was pressed (`[uri, document]`), else the one of a file that was
 * chosen in the explorer, else the one in which the cursor stands. Throws a `UserError` where there is none.
 */
export async function queryAtHand([place, index]: readonly unknown[]): Promise<QueryPlace> {
  const uri = uriOf(place);
  if (uri && typeof index === 'number' && Number.isInteger(index) && index >= 0) return { uri, document: index };
  const editor = vscode.window.activeTextEditor;
  const isActive = editor !== undefined && (!uri || editor.document.uri.toString() === uri.toString());
  if (editor && isActive && isQuery(editor.document)) {
    const { document, selection } = editor;
    return { uri: document.uri, document: documentAt(document.getText(), document.offsetAt(selection.active)) };
  }
  if (uri && fileKindOf(uri.path) === 'query') return { uri, document: documentAt(await textOf(uri), 0) };
  throw new UserError('Open a query first. The name of a query file ends in .query.yaml.', [
    { title: 'Open a Sample', command: 'wrapsmith.openSample', args: ['query'] },
  ]);
}

function uriOf(value: unknown): vscode.Uri | undefined {
  if (value instanceof vscode.Uri) return value;
  return typeof value === 'string' && value !== '' ? vscode.Uri.parse(value, true) : undefined;
}

/** An unsaved file has no name that says what it is: its `kind` does, and the reader of it says so where it does not. */
function isQuery(document: vscode.TextDocument): boolean {
  return isOurs(document) && (fileKindOf(document.uri.path) === 'query' || document.uri.scheme === 'untitled');
}

/** The document that holds an offset, or the last one that begins before it. */
function documentAt(text: string, offset: number): number {
  const starts = readSource('', text).documents.map(({ span }) => span.start);
  return Math.max(
    0,
    starts.findLastIndex((start) => start <= offset),
  );
}
