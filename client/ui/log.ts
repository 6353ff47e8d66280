import * as vscode from 'vscode';
import { loggerTo } from '#host/logger.ts';
import type { Logger } from '#core/ports.ts';
import { redactor, type Redactor } from './redactor.ts';

export interface ClientLog extends Logger {
  /** The channel itself, for what takes no port: the language client, which sees no secret. */
  readonly channel: vscode.LogOutputChannel;
  readonly redactor: Redactor;
  show(): void;
  dispose(): void;
}

/** The channel 'Wrapsmith'. Every line of ours passes the redactor; nothing else writes to it but the language client. */
export function openLog(): ClientLog {
  const channel = vscode.window.createOutputChannel('Wrapsmith', { log: true });
  const secrets = redactor();
  let open = true;
  return {
    // A process may end after the window's log did; the channel throws then.
    ...loggerTo((level, message) => open && channel[level](secrets.clean(message))),
    channel,
    redactor: secrets,
    show: () => channel.show(true),
    dispose() {
      open = false;
      channel.dispose();
    },
  };
}
