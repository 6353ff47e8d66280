/** The head file beside a trail: it says where the chain ends, so that lines cut off its end are missed. */
import { canonicalJson } from '../deploy/canonical.ts';
import { type ChainEnd, isFields, lineText, readLine } from './chain.ts';
import type { AuditLine } from './model.ts';

/**
 * Written before the line itself and holding it, so that a line that a crash cut off can be completed.
 * `restarts` are the numbers of the lines before which no head was found, though there were lines: what was cut off
 * there cannot be known.
 */
export interface AuditHead extends ChainEnd {
  /** The last line, as it stands in the file. */
  readonly line: string;
  readonly restarts: readonly number[];
}

export const headOf = (line: AuditLine, restarts: readonly number[] = []): AuditHead => ({
  seq: line.seq,
  hash: line.hash,
  line: lineText(line),
  restarts,
});

export const headText = (head: AuditHead): string => `${canonicalJson(head)}\n`;

/** Undefined for a text that is no head, or one whose parts contradict each other. */
export function readHead(text: string): AuditHead | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isFields(value)) return undefined;
  const { seq, hash, line, restarts } = value;
  if (typeof line !== 'string' || !Array.isArray(restarts)) return undefined;
  const last = readLine(line);
  if (last === undefined || last.seq !== seq || last.hash !== hash) return undefined;
  return { seq: last.seq, hash: last.hash, line, restarts: restarts.filter((one) => typeof one === 'number') };
}
