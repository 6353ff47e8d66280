/** Audit lines as a chain: each holds the hash of the one before, so that no line can be changed or go missing unseen. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalJson } from '../deploy/canonical.ts';
import type { AuditEntry, AuditLine } from './model.ts';

/** `previous` of the first line. */
export const BEGINNING = '0'.repeat(64);

/** Where a chain ends: what the next line is tied to. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

/** Before the first line. */
export const EMPTY_CHAIN: ChainEnd = { seq: 0, hash: BEGINNING };

/** The entry as the next line after `end`. */
export function chained(end: ChainEnd, entry: AuditEntry): AuditLine {
  const placed = { ...entry, seq: end.seq + 1, previous: end.hash };
  return { ...placed, hash: hashOf(placed) };
}

/** SHA-256 in hex over the canonical JSON of everything but `hash` itself. */
export function hashOf(line: Omit<AuditLine, 'hash'> & { readonly hash?: unknown }): string {
  const { hash: _hash, ...rest } = line;
  return bytesToHex(sha256(new TextEncoder().encode(canonicalJson(rest))));
}

/** A line as it stands in the file, without the line end: each line can be written in one way only. */
export const lineText = (line: AuditLine): string => canonicalJson(line);

/** Undefined for a text that is no audit line at all; whether it is an untouched one is for `verify` to say. */
export function readLine(text: string): AuditLine | undefined {
  const value = parsed(text);
  return isLine(value) ? value : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const TEXTS = ['at', 'apply', 'change', 'action', 'environment', 'name', 'outcome', 'fingerprint', 'previous', 'hash'];
const OBJECTS = ['actor', 'org', 'call'];

function isLine(value: unknown): value is AuditLine {
  if (!isFields(value)) return false;
  const { seq } = value;
  return (
    TEXTS.every((key) => typeof value[key] === 'string') &&
    OBJECTS.every((key) => isFields(value[key])) &&
    typeof seq === 'number' &&
    Number.isSafeInteger(seq) &&
    seq > 0
  );
}

export const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
