import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Nothing asks the network, nothing opens by itself, and pictures of two runs are alike. */
const QUIET = {
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'git.enabled': false,
  'chat.disableAIFeatures': true,
  'json.schemaDownload.enable': false,
  'editor.cursorBlinking': 'solid',
  'files.autoSave': 'off',
  'remote.autoForwardPorts': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** Writes the user's settings into a user-data folder, before VS Code opens it. */
export async function writeSettings(userData: string, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const folder = path.join(userData, 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify({ ...QUIET, ...more }, undefined, 2));
}
