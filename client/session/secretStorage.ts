import type * as vscode from 'vscode';
import type { SecretStore } from '#core/ports.ts';

/** The editor's SecretStorage as the core's port: the system's keyring, or the browser's. */
export function editorSecrets(storage: vscode.SecretStorage): SecretStore {
  return {
    get: async (key) => storage.get(key),
    set: async (key, value) => storage.store(key, value),
    delete: async (key) => storage.delete(key),
  };
}
