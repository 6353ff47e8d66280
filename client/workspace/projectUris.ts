import * as vscode from 'vscode';
import { fileKindOf } from '#core/check/index.ts';
import { filesOfProject, projectFor } from '#host/project.ts';

/**
 * The `genesys.yaml` that governs a file: on disk the nearest one upwards, as on the command line; in a virtual
 * workspace the one at the root of its folder. A file that was never saved belongs to no project, for the server
 * as for us: it is checked alone, and only the sandbox is open to it.
 */
export async function projectUriFor(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  if (uri.scheme === 'file') {
    const path = await projectFor(uri.fsPath);
    return path === undefined ? undefined : vscode.Uri.file(path);
  }
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return undefined;
  for (const name of ['genesys.yaml', 'genesys.yml']) {
    const candidate = vscode.Uri.joinPath(folder.uri, name);
    if (await exists(candidate)) return candidate;
  }
  return undefined;
}

/** The catalogs that a `genesys.yaml` governs. Only the disk is searched. */
export const catalogsOfProject = (project: vscode.Uri): Promise<readonly vscode.Uri[]> =>
  ofProject(project, ['WrapUpCatalog']);

/** Its queries and survey rules, which name codes. */
export const namingFilesOfProject = (project: vscode.Uri): Promise<readonly vscode.Uri[]> =>
  ofProject(project, ['query', 'SurveyRules']);

async function ofProject(project: vscode.Uri, kinds: readonly string[]): Promise<readonly vscode.Uri[]> {
  if (project.scheme !== 'file') return [];
  const paths = await filesOfProject(project.fsPath, (path) => kinds.includes(fileKindOf(path) ?? ''));
  return paths.map((path) => vscode.Uri.file(path));
}

/** The catalogs of a workspace folder that no `genesys.yaml` governs, sorted. */
export async function catalogsWithoutProject(place: vscode.Uri | undefined): Promise<readonly vscode.Uri[]> {
  const folder = (place && vscode.workspace.getWorkspaceFolder(place)) ?? vscode.workspace.workspaceFolders?.[0];
  if (!folder) return [];
  const pattern = new vscode.RelativePattern(folder, '**/*.wrapup.{yaml,yml}');
  const found = await vscode.workspace.findFiles(pattern, '**/node_modules/**');
  const governed = await Promise.all(found.map(projectUriFor));
  return found.filter((_, index) => governed[index] === undefined).sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
