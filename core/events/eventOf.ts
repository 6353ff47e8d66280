/** From a line of the audit trail to what others are told of it. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { AuditEntry, AuditLine } from '../audit/model.ts';
import type { EventKind, EventTarget } from '../contract/generated/files.ts';
import type { ChangeEvent, OutboxItem } from './model.ts';

type Told = Readonly<Record<AuditEntry['action'], EventKind | undefined>>;

const KINDS: Told = {
  create: 'created',
  update: 'updated',
  adopt: 'updated',
  rename: 'updated',
  move: 'updated',
  associate: 'updated',
  dissociate: 'updated',
  outbound: 'updated',
  metadata: 'updated',
  queueSettings: 'updated',
  delete: 'deleted',
  blocked: undefined,
};

/** Who is told what, as `genesys.yaml` says it. */
export interface Listeners {
  /** Of an environment; none where it is not known. */
  targets(environment: string): readonly EventTarget[];
  /** The stable key of a code. */
  keyOf(name: string): string | undefined;
}

/**
 * One item for each address that wants to know of the change. None where the outcome is not certain: an event says that
 * something was done. `place` counts the lines that were told of this org; `now` is in ms since the epoch.
 */
export function itemsOf(line: AuditLine, place: number, listeners: Listeners, now: number): readonly OutboxItem[] {
  const kind = KINDS[line.action];
  if (kind === undefined || line.outcome !== 'done') return [];
  const urls = listeners
    .targets(line.environment)
    .filter(({ on }) => on === undefined || on.includes(kind))
    .map(({ url }) => url);
  const event = eventOf(line, kind, listeners);
  return [...new Set(urls)].map((url) => ({
    key: [short(line.org.id), String(place).padStart(12, '0'), line.hash.slice(0, 12), short(url)].join('-'),
    url,
    event,
    attempts: 0,
    nextAt: now,
    dead: false,
  }));
}

function eventOf(line: AuditEntry, kind: EventKind, { keyOf }: Listeners): ChangeEvent {
  const { apply, change, action, org, environment, name, before, after, fingerprint } = line;
  const isQueue = action === 'queueSettings';
  return {
    specversion: '1.0',
    id: hashOf(JSON.stringify([org.id, apply, change])).slice(0, 32),
    source: `genesys:org:${encodeURIComponent(org.id)}`,
    type: `wrapsmith.${isQueue ? 'queue' : 'wrapupcode'}.${kind}`,
    subject: (isQueue ? undefined : keyOf(name)) ?? name,
    time: line.at,
    datacontenttype: 'application/json',
    data: {
      organization: org,
      environment,
      apply,
      change,
      action,
      name,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      fingerprint,
    },
  };
}

const hashOf = (text: string): string => bytesToHex(sha256(new TextEncoder().encode(text)));
const short = (text: string): string => hashOf(text).slice(0, 8);
