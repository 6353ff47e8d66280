/** An outbox in memory, and receivers that do to events whatever a test wants. */
import { createHmac } from 'node:crypto';
import type { Outbox, OutboxItem, PostRequest } from '#core/events/model.ts';
import { TEST_INSTANT } from '../support/fakeClock.ts';

export const KEY = Buffer.from('a secret of thirty-two bytes, so');
export const SECRET = `whsec_${KEY.toString('base64')}`;
export const URL_A = 'https://bi.example.com/genesys';
export const URL_B = 'https://other.example.com/hook?team=1';

export interface KeptOutbox extends Outbox {
  readonly items: Map<string, OutboxItem>;
}

export function keptOutbox(items: readonly OutboxItem[] = []): KeptOutbox {
  const kept = new Map(items.map((item) => [item.key, item]));
  return {
    items: kept,
    put: async (item) => void kept.set(item.key, item),
    list: async () => [...kept.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    remove: async (key) => void kept.delete(key),
  };
}

export const item = (seq: number, subject: string, more: Partial<OutboxItem> = {}): OutboxItem => ({
  key: `${String(seq).padStart(4, '0')}-${more.url === undefined || more.url === URL_A ? 'a' : 'b'}`,
  url: URL_A,
  event: {
    specversion: '1.0',
    id: `event-${seq}`,
    source: 'genesys:org:org-1',
    type: 'wrapsmith.wrapupcode.updated',
    subject,
    time: '2026-11-20T12:00:00.000Z',
    datacontenttype: 'application/json',
    data: {
      organization: { id: 'org-1', name: 'Acme' },
      environment: 'dev',
      apply: 'a1',
      change: `update:${seq}`,
      action: 'update',
      name: subject,
      fingerprint: 'f',
    },
  },
  attempts: 0,
  nextAt: TEST_INSTANT,
  dead: false,
  ...more,
});

/** Checks a signature as the specification says it, with nothing of the library that made it. */
export function isSigned({ headers, body }: PostRequest, key = KEY): boolean {
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const expected = `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  return (headers['webhook-signature'] ?? '').split(' ').includes(expected);
}
