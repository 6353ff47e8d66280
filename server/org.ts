import type { Connection } from 'vscode-languageserver';
import type { OrgNames } from '#core/query/model.ts';
import { ORG_CHANGED, ORG_NAMES, type OrgNamesParams } from './protocol.ts';
import { uriKey } from './uriKey.ts';
import { warn } from './warn.ts';

/** What is known of the org of a document; undefined while nobody is signed in. Never waits for a network. */
export type OrgPort = (uri: string) => Promise<OrgNames | undefined>;

/** Nobody to ask: everything works, and nothing is said about names in the org. */
export const noOrg: OrgPort = () => Promise.resolve(undefined);

export interface ClientOrg {
  readonly org: OrgPort;
  /** What was answered is forgotten; the next question asks again. */
  forget(): void;
}

/** Asks the client, once for a document until something changes. A client that fails to answer knows nothing. */
export function clientOrg(connection: Connection): ClientOrg {
  const answers = new Map<string, Promise<OrgNames | undefined>>();
  const ask = async (uri: string): Promise<OrgNames | undefined> => {
    const params: OrgNamesParams = { uri };
    try {
      return (await connection.sendRequest<OrgNames | null>(ORG_NAMES, params)) ?? undefined;
    } catch (error) {
      warn(connection, `The names of the org are not known: ${String(error)}`);
      return undefined;
    }
  };
  return {
    org(uri) {
      const known = answers.get(uriKey(uri));
      if (known !== undefined) return known;
      const answer = ask(uri);
      answers.set(uriKey(uri), answer);
      return answer;
    },
    forget: () => answers.clear(),
  };
}

/** Calls back when the client says that the org, or what is known of it, is another one. */
export function onOrgChanged(connection: Connection, listener: () => void): void {
  connection.onNotification(ORG_CHANGED, listener);
}
