import * as vscode from 'vscode';
import { readSecrets } from '#core/events/sign.ts';
import { Cancelled } from '../errors.ts';
import { withMemoryFallback } from '../session/fallbackStore.ts';
import { editorSecrets } from '../session/secretStorage.ts';
import type { ClientLog } from '../ui/log.ts';
import { withoutLinks } from '../ui/plain.ts';
import { input } from '../ui/prompts.ts';

const KEY = 'wrapsmith.events.secret';
const ENTER = 'Enter Secret';

/** What events are signed with, from the editor's secret storage. */
export interface EventSecret {
  get(): Promise<string | undefined>;
  /** Says that there is none that can be used, once in a window, and takes one. True where there is a new one. */
  ask(why: string): Promise<boolean>;
}

/** The log is told of each secret before it is used, so that it never shows one. Without a keyring it lasts for the window. */
export function eventSecret(storage: vscode.SecretStorage, log: Pick<ClientLog, 'redactor' | 'warn'>): EventSecret {
  const secrets = withMemoryFallback(editorSecrets(storage), (reason) =>
    log.warn(`The secret storage does not work: ${reason}`),
  );
  const onSecret = (secret: string): void => log.redactor.know(secret);
  let isAsked = false;
  return {
    async get() {
      const secret = await secrets.get(KEY);
      secret?.split(/\s+/).forEach(onSecret);
      return secret;
    },
    async ask(why) {
      if (isAsked) return false;
      isAsked = true;
      const text = `Events of the last push wait. ${why}`;
      if ((await vscode.window.showWarningMessage(withoutLinks(text), ENTER)) !== ENTER) return false;
      try {
        const secret = await input({
          title: 'Secret for Events',
          prompt:
            'The secret that the receiver checks signatures with. It is kept in the secret storage of the editor.',
          password: true,
          wrong: wrongWords,
        });
        secret.split(/\s+/).forEach(onSecret);
        await secrets.set(KEY, secret);
        return true;
      } catch (error) {
        if (error instanceof Cancelled) return false;
        throw error;
      }
    },
  };
}

function wrongWords(value: string): string | undefined {
  const read = readSecrets(value);
  return read.ok ? undefined : read.why;
}
