/** What may stand in a trail that is kept for years: no secret and nothing about a person but the id of who did it. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { CREDENTIAL_FIELD } from '../genesys/redact.ts';
import { isFields } from './chain.ts';
import type { AuditEntry } from './model.ts';

const HIDDEN = '[hidden]';

/** Keys whose values are never kept, whatever they hold. */
const NEVER =
  /passw|secret|token|authori[sz]ation|credential|cookie|api_?key|e-?mail|phone|mobile|address|birth|(created|modified|updated)by|^(user|owner|author|contact|agent|person|(first|last|full|display)name)(id|name)?$/i;
const ADDRESS = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/gu;
/** With a country code, as people write it. An id may look like one in its middle. */
const PHONE_OR_ID =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<![\p{L}\p{N}-])(?<phone>(?:\+|00)\d[\d ()./-]{6,18}\d)/giu;
/** A credential as a header has it, and not the words of a name such as `Basic Support`: it has more than letters. */
const HEADER = /\b(Bearer|Basic)\s+(?=\S*[\d=_~+/])\S{8,}/gi;
/** Three parts in base 64 with dots between them: a signed token, wherever it stands. */
const JWT = /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g;

/** The entry with its own fields only, and nothing in them that has to stay out. Pure; the same again for its own result. */
export function redacted(entry: AuditEntry): AuditEntry {
  const { before, after, message, correlationId, latencyMs } = entry;
  return {
    at: entry.at,
    apply: entry.apply,
    change: cleanId(entry),
    action: entry.action,
    actor: { kind: entry.actor.kind, id: entry.actor.id },
    org: { id: entry.org.id, name: clean(entry.org.name) },
    environment: clean(entry.environment),
    name: clean(entry.name),
    ...(before === undefined ? {} : { before: cleanValue(before) }),
    ...(after === undefined ? {} : { after: cleanValue(after) }),
    call: {
      method: entry.call.method,
      path: cleanPath(entry.call.path),
      ...(entry.call.body === undefined ? {} : { body: cleanValue(entry.call.body) }),
      ...(entry.call.into === undefined ? {} : { into: entry.call.into }),
    },
    outcome: entry.outcome,
    ...(message === undefined ? {} : { message: clean(message) }),
    ...(correlationId === undefined ? {} : { correlationId: clean(correlationId) }),
    ...(latencyMs === undefined ? {} : { latencyMs }),
    fingerprint: entry.fingerprint,
  };
}

/** Two changes stay two, though what tells them apart is hidden. */
function cleanId({ apply, change }: AuditEntry): string {
  const id = clean(change);
  if (id === change) return change;
  const hash = bytesToHex(sha256(new TextEncoder().encode(`${apply}\n${change}`)));
  return `${id} #${hash.slice(0, 16)}`;
}

function clean(text: string): string {
  return text
    .replace(HEADER, `$1 ${HIDDEN}`)
    .replace(CREDENTIAL_FIELD, `$1$2${HIDDEN}`)
    .replace(JWT, HIDDEN)
    .replace(ADDRESS, HIDDEN)
    .replace(PHONE_OR_ID, (found, phone: string | undefined) => (phone === undefined ? found : HIDDEN));
}

/** The signs of an address or a number may be written as `%40` and `%2B` there. */
function cleanPath(path: string): string {
  const parts = clean(path).split(/([/?&=])/);
  return parts
    .map((part) => {
      const read = decoded(part);
      const kept = clean(read);
      return kept === read ? part : encodeURIComponent(kept);
    })
    .join('');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [clean(key), NEVER.test(key) ? HIDDEN : cleanValue(inner)]),
  );
}
