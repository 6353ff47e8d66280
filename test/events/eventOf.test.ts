import { expect, it } from 'vitest';
import { chained, EMPTY_CHAIN } from '#core/audit/chain.ts';
import type { AuditEntry } from '#core/audit/model.ts';
import type { EventTarget } from '#core/contract/generated/files.ts';
import { itemsOf } from '#core/events/eventOf.ts';
import { entry } from '../audit/entries.ts';
import { URL_A, URL_B } from './support.ts';

const told = (more: Partial<AuditEntry> = {}, targets: readonly EventTarget[] = [{ url: URL_A }], place = 0) =>
  itemsOf(
    chained(EMPTY_CHAIN, entry('create:Escalation', { name: 'Escalation', ...more })),
    place,
    {
      targets: (environment) => (environment === 'dev' ? targets : []),
      keyOf: (name) => (name === 'Escalation' ? 'tech.escalation' : undefined),
    },
    1000,
  );

it('tells of one change what was before and after, and not who did it', () => {
  const [item, ...more] = told({ before: { description: 'old' }, after: { description: 'new' }, action: 'update' });
  expect(more).toEqual([]);
  expect(item).toMatchObject({ url: URL_A, attempts: 0, nextAt: 1000, dead: false });
  expect(item?.event).toEqual({
    specversion: '1.0',
    id: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
    source: 'genesys:org:org-1',
    type: 'wrapsmith.wrapupcode.updated',
    subject: 'tech.escalation',
    time: '2026-11-20T12:00:00.000Z',
    datacontenttype: 'application/json',
    data: {
      organization: { id: 'org-1', name: 'Acme' },
      environment: 'dev',
      apply: 'a1',
      change: 'create:Escalation',
      action: 'update',
      name: 'Escalation',
      before: { description: 'old' },
      after: { description: 'new' },
      fingerprint: 'f'.repeat(64),
    },
  });
});

it.each([
  ['create', 'wrapsmith.wrapupcode.created'],
  ['rename', 'wrapsmith.wrapupcode.updated'],
  ['associate', 'wrapsmith.wrapupcode.updated'],
  ['metadata', 'wrapsmith.wrapupcode.updated'],
  ['delete', 'wrapsmith.wrapupcode.deleted'],
  ['queueSettings', 'wrapsmith.queue.updated'],
] as const)('calls a %s %s', (action, type) => {
  expect(told({ action }).map(({ event }) => event.type)).toEqual([type]);
});

it('tells each address what it wants to know, once, and nobody what is not certain', () => {
  const targets: readonly EventTarget[] = [
    { url: URL_A, on: ['created'] },
    { url: URL_B },
    { url: URL_B, on: ['created'] },
  ];
  expect(told({}, targets).map(({ url }) => url)).toEqual([URL_A, URL_B]);
  expect(told({ action: 'delete' }, targets).map(({ url }) => url)).toEqual([URL_B]);
  expect(told({ environment: 'prod' }, targets)).toEqual([]);
  for (const outcome of ['failed', 'unknown'] as const) expect(told({ outcome }, targets)).toEqual([]);
});

it('names events so that they sort by their place in the trail, and a repetition is known', () => {
  const [ninth] = told({}, undefined, 9);
  const [tenth] = told({}, undefined, 10);
  expect((ninth?.key ?? '') < (tenth?.key ?? '')).toBe(true);
  expect(told()).toEqual(told());
  expect(ninth?.event.id).toBe(tenth?.event.id);
  expect(told({ apply: 'a2' })[0]?.event.id).not.toBe(ninth?.event.id);
});

it('has the name as its subject where a code has no key, and the name of a queue for a queue', () => {
  expect(told({ name: 'Ärger 苦情' })[0]?.event.subject).toBe('Ärger 苦情');
  expect(told({ action: 'queueSettings', name: 'Escalation' })[0]?.event.subject).toBe('Escalation');
});
