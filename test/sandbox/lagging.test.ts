/** One request whose work reads see late, whatever it was. */
import { expect, test } from 'vitest';
import type { Fault } from '#sandbox/faults.ts';
import type { Sandbox } from '#sandbox/server.ts';
import { type Api, codeIdOf, codesPath, openSandbox, queueIdOf, queuesPath, signIn, testClock } from './support.ts';

const fault: Fault = { kind: 'lagging', seconds: 20 };

interface Lagging {
  readonly sandbox: Sandbox;
  readonly api: Api;
  readonly clock: ReturnType<typeof testClock>;
}

/** Every request with that method lags. */
async function lagging(method: string): Promise<Lagging> {
  const clock = testClock();
  const isApi = (path: string): boolean => path.startsWith('/api/');
  const sandbox = await openSandbox({
    clock,
    fault: (request) => (request.method === method && isApi(request.path) ? fault : undefined),
  });
  return { sandbox, api: await signIn(sandbox), clock };
}

test('a code that was put on a queue is listed late', async () => {
  const { sandbox, api, clock } = await lagging('POST');
  const path = `${queuesPath}/${queueIdOf(sandbox, 'Claims')}/wrapupcodes`;
  await api.send('POST', path, [{ id: codeIdOf(sandbox, 'Test Call') }]);
  expect((await api.list(`${path}?name=Test Call`)).total).toBe(0);
  clock.advance(20);
  expect((await api.list(`${path}?name=Test Call`)).total).toBe(1);
});

test('a code that was changed is read as it was', async () => {
  const { sandbox, api, clock } = await lagging('PUT');
  const path = `${codesPath}/${codeIdOf(sandbox, 'Test Call')}`;
  expect((await api.send('PUT', path, { name: 'Renamed' })).body['name']).toBe('Renamed');
  expect((await api.get(path)).body['name']).toBe('Test Call');
  expect((await api.list(`${codesPath}?name=Renamed`)).total).toBe(0);
  clock.advance(20);
  expect((await api.get(path)).body['name']).toBe('Renamed');
  expect((await api.list(`${codesPath}?name=Renamed`)).total).toBe(1);
});

test('a code that was deleted is read on, and then gone', async () => {
  const { sandbox, api, clock } = await lagging('DELETE');
  const path = `${codesPath}/${codeIdOf(sandbox, 'Test Call')}`;
  await api.send('DELETE', path);
  expect((await api.get(path)).status).toBe(200);
  clock.advance(20);
  expect((await api.get(path)).status).toBe(404);
});
