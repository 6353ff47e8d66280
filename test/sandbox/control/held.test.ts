/** Requests that wait at their boundary until somebody lets them go: what a test needs that kills the other side. */
import { expect, test } from 'vitest';
import { codesPath } from '../support.ts';
import { openControlled } from './support.ts';

test.each([
  ['before', 0],
  ['after', 1],
] as const)(
  'a request that is held %s the commit is seen there, and goes on when it is released',
  async (when, count) => {
    const { sandbox, api, remote } = await openControlled();
    const before = sandbox.org.codes.size;
    const id = await remote.fault({ method: 'WRITE', fault: { kind: 'held', when } });
    const answer = api.send('POST', codesPath, { name: 'X' });
    expect((await remote.send('GET', `faults/${id}/struck`)).body).toMatchObject({ struck: 1, requests: [1], held: 1 });
    expect(sandbox.org.codes.size - before).toBe(count);
    expect(sandbox.log.at(-1)).toMatchObject({ method: 'POST', fault: 'held' });
    expect(sandbox.log.at(-1)?.status).toBeUndefined();
    expect((await remote.send('POST', `faults/${id}/release`)).body).toEqual({ released: 1 });
    expect((await answer).status).toBe(200);
    expect(sandbox.org.codes.size - before).toBe(1);
    expect((await remote.send('GET', `faults/${id}`)).body).toMatchObject({ struck: 1, held: 0 });
  },
);

test('a request that is dropped before its commit is never carried out', async () => {
  const { sandbox, api, remote } = await openControlled();
  const before = sandbox.org.codes.size;
  const id = await remote.fault({ method: 'WRITE', fault: { kind: 'held', when: 'before' } });
  const answer = expect(api.send('POST', codesPath, { name: 'X' })).rejects.toThrow('fetch failed');
  await remote.send('GET', `faults/${id}/struck`);
  await remote.send('POST', `faults/${id}/release`, { drop: true });
  await answer;
  expect(sandbox.org.codes.size).toBe(before);
});

test('each boundary in turn: a rule for all writes strikes again and again', async () => {
  const { api, remote } = await openControlled();
  const id = await remote.fault({ method: 'WRITE', times: 1000, fault: { kind: 'held', when: 'after' } });
  for (let write = 1; write <= 3; write += 1) {
    const answer = api.send('POST', codesPath, { name: `Code ${write}` });
    const { body } = await remote.send('GET', `faults/${id}/struck?times=${write}`);
    expect(body).toMatchObject({ struck: write, held: 1 });
    await remote.send('POST', `faults/${id}/release`);
    expect((await answer).status).toBe(200);
  }
});

test('taking a rule away lets its requests go on', async () => {
  const { api, remote } = await openControlled();
  const id = await remote.fault({ method: 'WRITE', fault: { kind: 'held', when: 'before' } });
  const answer = api.send('POST', codesPath, { name: 'X' });
  await remote.send('GET', `faults/${id}/struck`);
  expect((await remote.send('DELETE', 'faults')).body).toEqual({ removed: 1 });
  expect((await answer).status).toBe(200);
});

test('who waits for a strike is told when the rule goes', async () => {
  const { remote } = await openControlled();
  const id = await remote.fault({ method: 'WRITE', fault: { kind: 'held', when: 'before' } });
  const told = remote.send('GET', `faults/${id}/struck`);
  await remote.send('DELETE', `faults/${id}`);
  expect((await told).status).toBe(404);
});
