import type { Connection } from 'vscode-languageserver';
import type { OrgNames } from '#core/query/model.ts';
import { ORG_CHANGED, ORG_NAMES, type OrgNamesParams } from './protocol.ts';
import { trySend } from './trySend.ts';

/** Who knows the org. */
export interface OrgPort {
  /** What is known of the org of a document; undefined while nobody is signed in. Never waits for a network. */
  names(uri: string): Promise<OrgNames | undefined>;
  /** Calls back when the org, or what is known of it, is another one. */
  onChange(listener: () => void): void;
}

/** Asks the client, if it says that it answers. One that fails to answer knows nothing. */
export function clientOrg(connection: Connection, isAnswered: () => boolean): OrgPort {
  return {
    async names(uri) {
      if (!isAnswered()) return undefined;
      const params: OrgNamesParams = { uri };
      try {
        return (await connection.sendRequest<OrgNames | null>(ORG_NAMES, params)) ?? undefined;
      } catch (error) {
        void trySend(() => connection.console.warn(`The names of the org are not known: ${String(error)}`));
        return undefined;
      }
    },
    onChange: (listener) => void connection.onNotification(ORG_CHANGED, listener),
  };
}
