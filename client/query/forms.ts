import * as vscode from 'vscode';
import { bodyText, curlText, gcText } from '#core/query/compile/index.ts';
import type { CompiledQuery } from '#core/query/compile/model.ts';
import { regionTarget } from '#core/genesys/index.ts';
import type { Environment } from '../session/environments.ts';
import { pick } from '../ui/prompts.ts';
import type { VirtualDocuments } from '../ui/virtualDocuments.ts';

/** A compiled query, and where it would be sent. */
export interface CompiledAtHand {
  readonly query: CompiledQuery;
  /** For example `https://api.mypurecloud.ie`. */
  readonly apiUrl: string;
  /** How the file is called. */
  readonly path: string;
}

export type QueryForm = 'body' | 'cURL' | 'gc';

export function isForm(value: unknown): value is QueryForm {
  return value === 'body' || value === 'cURL' || value === 'gc';
}

export function askForm(): Promise<QueryForm> {
  return pick<QueryForm>(
    [
      { label: 'JSON', detail: 'The body, for the API Explorer or for your own code', value: 'body' },
      { label: 'cURL', detail: 'A command for a shell; it takes the token from the environment', value: 'cURL' },
      { label: 'gc', detail: "A command for Genesys Cloud's own command line", value: 'gc' },
    ],
    { title: 'Copy the Query', placeHolder: 'In which form?' },
  );
}

export function textOfForm(form: QueryForm, { query, apiUrl }: CompiledAtHand): string {
  switch (form) {
    case 'body':
      return bodyText(query);
    case 'cURL':
      return curlText(query, apiUrl);
    case 'gc':
      return gcText(query);
  }
}

/** Where a command for a shell sends it. The sandbox has another address in each window, so a region stands for it. */
export function apiUrlOf(environment: Environment | undefined): string {
  const found = regionTarget(environment?.kind === 'org' ? environment.region.domain : 'mypurecloud.com');
  return found.ok ? found.target.apiUrl : '';
}

export async function showQueryAs(
  form: QueryForm,
  compiled: CompiledAtHand,
  documents: VirtualDocuments,
): Promise<void> {
  const ending = form === 'body' ? 'json' : 'sh';
  const uri = documents.put(
    `${baseName(compiled.path)} · ${compiled.query.kind}.${ending}`,
    textOfForm(form, compiled),
  );
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), {
    preview: true,
    viewColumn: vscode.ViewColumn.Beside,
  });
}

function baseName(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.ya?ml$|\.json$/, '');
}
