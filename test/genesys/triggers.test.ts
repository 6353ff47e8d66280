import type { Models } from 'purecloud-platform-client-v2';
import { expect, test } from 'vitest';
import type { TriggerRequest } from '#core/genesys/index.ts';
import { failureOf, openWorld } from './support.ts';

const request = (name: string): TriggerRequest => ({
  name,
  topicName: 'v2.detail.events.conversation.{id}.wrapup',
  enabled: true,
  target: { type: 'Workflow', id: 'workflow-1', workflowTargetSettings: { dataFormat: 'TopLevelPrimitives' } },
  eventTTLSeconds: 60,
  description: 'Tells BI of wrap-ups.',
});

test('what is sent for a trigger is what the official SDK sends', () => {
  const published: Models.CreateTriggerRequest = { ...request('Typed'), matchCriteria: [] };
  expect(published.target.type).toBe('Workflow');
});

test('a trigger is made on a topic that the org offers, listed and removed', async () => {
  const { genesys } = await openWorld();
  expect(await genesys.triggers.topics()).toContain(request('').topicName);
  const { value } = await genesys.triggers.create(request('Wrap-ups to BI'));
  const listed = await genesys.triggers.list();
  expect(listed.find(({ id }) => id === value.id)).toEqual({
    id: value.id,
    name: 'Wrap-ups to BI',
    topicName: 'v2.detail.events.conversation.{id}.wrapup',
    enabled: true,
    target: { type: 'Workflow', id: 'workflow-1' },
    description: 'Tells BI of wrap-ups.',
  });
  await genesys.triggers.remove(value.id);
  expect((await genesys.triggers.list()).map(({ id }) => id)).not.toContain(value.id);
  expect(await failureOf(genesys.triggers.remove(value.id))).toMatchObject({ kind: 'notFound' });
});

test('lists with cursors are read to their end', async () => {
  const { sandbox, genesys } = await openWorld({ rate: 5000 });
  const before = await genesys.triggers.list();
  for (let i = 0; i < 410; i++) await genesys.triggers.create(request(`Trigger ${i}`));
  const all = await genesys.triggers.list();
  expect(new Set(all.map(({ id }) => id)).size).toBe(before.length + 410);
  const lists = sandbox.log.filter(({ method, path }) => method === 'GET' && path.endsWith('/triggers'));
  expect(lists).toHaveLength(1 + 3);
});
