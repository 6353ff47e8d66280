import { type ClientCapabilities, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { type InlayKind, inlayKinds, type LensKind, lensKinds, usualInlays } from '#core/check/index.ts';
import type { ServerParts } from './parts.ts';
import { SETTINGS } from './protocol.ts';
import { trySend } from './trySend.ts';

/** What a person has set, as it is now. */
export interface Settings {
  readonly inlays: ReadonlySet<InlayKind>;
  readonly lenses: ReadonlySet<LensKind>;
}

/** Settings come from people and from whoever wrote the client, so nothing about them is sure. What is not set is as usual. */
export function settingsIn(given: unknown): Settings {
  const isOn = (group: string, kind: string, usual: boolean): boolean => {
    const value = memberOf(memberOf(given, group), kind);
    return typeof value === 'boolean' ? value : usual;
  };
  return {
    inlays: new Set(inlayKinds.filter((kind) => isOn('inlayHints', kind, usualInlays.has(kind)))),
    lenses: new Set(lensKinds.filter((kind) => isOn('codeLens', kind, true))),
  };
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

/** Follows the settings: asks a client that can be asked, and listens to one that tells. What it gives is called when the client is there. */
export function followSettings(
  { connection, background }: Pick<ServerParts, 'connection' | 'background'>,
  client: ClientCapabilities,
  onSettings: (settings: Settings) => void,
): () => void {
  const canAsk = client.workspace?.configuration === true;
  const ask = (): void =>
    void background.start('Reading the settings', async () => {
      const given: unknown = await connection.workspace.getConfiguration(SETTINGS);
      onSettings(settingsIn(given));
    });
  connection.onDidChangeConfiguration(({ settings }: { readonly settings: unknown }) => {
    if (canAsk) ask();
    else onSettings(settingsIn(memberOf(settings, SETTINGS)));
  });
  return () => {
    if (canAsk) ask();
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration === true)
      void trySend(() => connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS }));
  };
}
