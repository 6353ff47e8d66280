import type * as vscode from 'vscode';
import type { ClientContext } from '../context.ts';
import { showMessage } from '../ui/messages.ts';
import { pendingChanges } from '#core/deploy/summary.ts';
import { showPlanDiff } from './show.ts';
import { planMessage } from './words.ts';

/** Plans catalogs against the current environment, and shows the comparison and what can be done next. */
export async function planAndShow(context: ClientContext, catalogs: readonly vscode.Uri[]): Promise<void> {
  const { plan } = await context.planner.plan(catalogs);
  await showPlanDiff(plan, context.documents);
  const list = { title: 'Show List', command: 'wrapsmith.showPlanList', args: ['text'] };
  const push = { title: 'Push', command: 'wrapsmith.push' };
  showMessage('info', planMessage(plan), pendingChanges(plan) > 0 ? [push, list] : [list]);
}
