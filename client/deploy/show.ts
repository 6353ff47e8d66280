import * as vscode from 'vscode';
import type { ApplyResult, Plan } from '#core/deploy/model.ts';
import { formatPlanJson, formatPlanMarkdown, formatPlanText, formatResultText } from '#core/deploy/format/index.ts';
import type { VirtualDocuments } from '../ui/virtualDocuments.ts';
import { planTitle } from './words.ts';

/** The plan as a comparison: the org on the left, the files on the right. */
export async function showPlanDiff(plan: Plan, documents: VirtualDocuments): Promise<void> {
  const before = documents.put(`${plan.org.name}.yaml`, plan.view.before);
  const after = documents.put(`${plan.environment} from files.yaml`, plan.view.after);
  await vscode.commands.executeCommand('vscode.diff', before, after, planTitle(plan), { preview: true });
}

export type PlanFormat = 'text' | 'markdown' | 'json';

/** The plan as a list, in the same formats as on the command line. */
export async function showPlanAs(plan: Plan, format: PlanFormat, documents: VirtualDocuments): Promise<void> {
  switch (format) {
    case 'text':
      return showText(documents.put('Plan.txt', formatPlanText(plan)));
    case 'json':
      return showText(documents.put('Plan.json', formatPlanJson(plan)));
    case 'markdown':
      return showText(documents.put('Plan.md', formatPlanMarkdown(plan)));
  }
}

export async function showResult(result: ApplyResult, documents: VirtualDocuments): Promise<void> {
  await showText(
    documents.put(`Result · ${result.plan.org.name} · ${result.plan.environment}.txt`, formatResultText(result)),
  );
}

async function showText(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  // On an empty line, since the editor marks every occurrence of the word that the cursor is on.
  const line = Math.max(0, document.getText().split('\n').indexOf(''));
  await vscode.window.showTextDocument(document, { preview: true, selection: new vscode.Range(line, 0, line, 0) });
}
