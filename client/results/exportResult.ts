import * as vscode from 'vscode';
import { csvChunks, exportMeta, jsonChunks } from '#core/query/run/export/index.ts';
import { counted } from '#core/query/run/words.ts';
import { systemClock } from '#host/clock.ts';
import { streamFile } from '#host/streamFile.ts';
import { UserError } from '../errors.ts';
import { showMessage } from '../ui/messages.ts';
import { withProgress } from '../ui/progress.ts';
import { pick } from '../ui/prompts.ts';
import { shownPath } from '../workspace/texts.ts';
import type { ShownResult } from './resultTab.ts';

/**
 * Asks where to, and writes the rows there, a piece at a time. Beside them, in `<name>.meta.json`, stands what they are:
 * the query, the org, the interval as it was sent, and whether they are all there.
 */
export async function exportResult(result: ShownResult, format: 'csv' | 'json'): Promise<void> {
  const { set, status, facts } = result;
  if (status.state === 'running')
    throw new UserError(
      'The query still runs, so the export would be cut short. Wait until it has ended, or cancel it.',
    );
  const which = set.isFiltered() ? await askWhich(set.length('all'), set.length('shown')) : 'all';
  const uri = await vscode.window.showSaveDialog({
    defaultUri: defaultUri(`${facts.title.replaceAll(/[^\p{L}\p{N}._ -]+/gu, ' ').trim()}.${format}`),
    filters: format === 'csv' ? { CSV: ['csv'] } : { JSON: ['json'] },
    title: `Export ${counted(set.length(which), 'row')}`,
  });
  if (!uri) return;
  if (uri.scheme !== 'file') throw new UserError('A result can only be exported to a folder on this machine.');
  const chunks = format === 'csv' ? csvChunks(set.columns, set.rows(which)) : jsonChunks(set.columns, set.rows(which));
  const meta = metaOf(result, which);
  await withProgress(`Exporting to ${shownPath(uri)}`, async (_report, signal) => {
    await streamFile(uri.fsPath, chunks, signal);
    if (meta !== undefined) await streamFile(`${uri.fsPath}.meta.json`, [meta], signal);
  });
  const partial = status.state === 'complete' ? '' : ' It is PARTIAL: the query did not read everything.';
  showMessage(
    partial === '' ? 'info' : 'warning',
    `${counted(set.length(which), 'row')} went to ${shownPath(uri)}.${partial}`,
    [{ title: 'Open', command: 'vscode.open', args: [uri] }],
  );
}

/** Undefined for a result of which nothing was sent. */
function metaOf({ set, facts: { origin }, outcome }: ShownResult, which: 'all' | 'shown'): string | undefined {
  if (!origin) return undefined;
  const filtered = which === 'shown' && set.isFiltered() ? { filtered: true as const } : {};
  const rows = set.length(which);
  const meta = exportMeta({ ...origin, columns: set.columns, rows, outcome, ...filtered, now: systemClock.now() });
  return `${JSON.stringify(meta, undefined, 2)}\n`;
}

function askWhich(all: number, shown: number): Promise<'all' | 'shown'> {
  return pick<'all' | 'shown'>(
    [
      { label: 'All Rows', description: counted(all, 'row'), value: 'all' },
      { label: 'Filtered Rows', description: counted(shown, 'row'), value: 'shown' },
    ],
    { title: 'Export', placeHolder: 'A filter hides some rows. Which are to be exported?' },
  );
}

function defaultUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri;
  return folder ? vscode.Uri.joinPath(folder, name) : vscode.Uri.file(name);
}
