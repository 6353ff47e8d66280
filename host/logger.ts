import { redact } from '#core/genesys/redact.ts';
import type { Logger } from '#core/ports.ts';

/** Takes the lines of all levels. */
export type LogSink = (level: keyof Logger, message: string) => void;

/** A logger over a sink. `secrets` are taken out of every line, as the last of several guards. */
export function loggerTo(sink: LogSink, secrets: readonly string[] = []): Logger {
  const at = (level: keyof Logger) => (message: string) => sink(level, redact(message, secrets));
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
