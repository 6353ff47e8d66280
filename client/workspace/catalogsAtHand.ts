import * as vscode from 'vscode';
import { UserError } from '../errors.ts';
import { fileKindOf } from '#core/check/index.ts';
import { isWorkedOn } from '../language/files.ts';

/** The catalogs that a menu of the explorer passed (the clicked file, then the selection), else the one at hand. */
export function catalogsAtHand(args: readonly unknown[], atHand: vscode.Uri | undefined): readonly vscode.Uri[] {
  const fromMenu = catalogsOfMenu(args);
  if (fromMenu) return fromMenu;
  if (atHand) return [atHand];
  throw new UserError('No catalog is open. Open a file whose name ends in .wrapup.yaml, or plan all catalogs.', [
    { title: 'Plan All Catalogs', command: 'wrapsmith.planWorkspace' },
    { title: 'Open a Sample', command: 'wrapsmith.openSample' },
  ]);
}

/** What a push is about: as above, but all that the last plan was about while the file at hand is part of that. */
export function catalogsToPush(
  args: readonly unknown[],
  atHand: vscode.Uri | undefined,
  planned: readonly vscode.Uri[] | undefined,
): readonly vscode.Uri[] {
  const inPlan = !atHand || planned?.some((uri) => uri.toString() === atHand.toString());
  return (inPlan ? (catalogsOfMenu(args) ?? planned) : undefined) ?? catalogsAtHand(args, atHand);
}

function catalogsOfMenu([clicked, selected]: readonly unknown[]): readonly vscode.Uri[] | undefined {
  // The menu is there when the clicked file is a catalog; what else is selected may be anything.
  const catalogs = Array.isArray(selected) ? selected.filter(isCatalog) : [];
  if (catalogs.length > 0) return catalogs;
  return clicked instanceof vscode.Uri && isWorkedOn(clicked) ? [clicked] : undefined;
}

function isCatalog(value: unknown): value is vscode.Uri {
  return value instanceof vscode.Uri && isWorkedOn(value) && fileKindOf(value.path) === 'WrapUpCatalog';
}
