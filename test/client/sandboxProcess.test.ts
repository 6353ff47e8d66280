import { describe, expect, test } from 'vitest';
import { silentLogger } from '../support/silentLogger.ts';
import { parseAddress, sandboxProcess, type Child, type SandboxProcess } from '#client/session/sandboxProcess.ts';
import { manualClock, type ManualClock } from '../support/fakeClock.ts';

const ADDRESS = { url: 'http://127.0.0.1:4711', clientId: 'client', clientSecret: 'secret', pkceClientId: 'desktop' };

interface FakeChild extends Child {
  print(line: string): void;
  end(reason: string): void;
  killed: boolean;
}

function fakeChild(): FakeChild {
  const onLine: ((line: string) => void)[] = [];
  const onExit: ((reason: string) => void)[] = [];
  return {
    killed: false,
    onLine: (listener) => void onLine.push(listener),
    onExit: (listener) => void onExit.push(listener),
    print: (line) => onLine.forEach((listener) => listener(line)),
    end: (reason) => onExit.forEach((listener) => listener(reason)),
    kill() {
      this.killed = true;
    },
  };
}

interface Setup {
  readonly sandbox: SandboxProcess;
  readonly clock: ManualClock;
  readonly children: readonly FakeChild[];
  readonly changes: () => number;
}

function setUp(): Setup {
  const children: FakeChild[] = [];
  const clock = manualClock();
  let changes = 0;
  const spawn = (): Child => {
    const child = fakeChild();
    children.push(child);
    return child;
  };
  const sandbox = sandboxProcess({ spawn, clock, log: silentLogger, onChange: () => (changes += 1) });
  return { sandbox, clock, children, changes: () => changes };
}

describe('the sandbox process', () => {
  test('is started by the first who needs it, once for all', async () => {
    const { sandbox, children, changes } = setUp();
    expect(sandbox.running()).toBeUndefined();
    const both = Promise.all([sandbox.ready(), sandbox.ready()]);
    children[0]?.print('a line that is not an address');
    children[0]?.print(JSON.stringify(ADDRESS));
    expect(await both).toEqual([ADDRESS, ADDRESS]);
    expect(children).toHaveLength(1);
    expect(sandbox.running()).toEqual(ADDRESS);
    expect(changes()).toBe(1);
  });

  test('is started again after it died', async () => {
    const { sandbox, children, changes } = setUp();
    const first = sandbox.ready();
    children[0]?.print(JSON.stringify(ADDRESS));
    await first;
    children[0]?.end('exit code 1');
    expect(sandbox.running()).toBeUndefined();
    expect(changes()).toBe(2);
    const second = sandbox.ready();
    children[1]?.print(JSON.stringify({ ...ADDRESS, url: 'http://127.0.0.1:4712' }));
    expect((await second).url).toBe('http://127.0.0.1:4712');
  });

  test('that ends before it listens says why, and the next attempt starts anew', async () => {
    const { sandbox, children } = setUp();
    const attempt = sandbox.ready();
    children[0]?.end('exit code 3');
    await expect(attempt).rejects.toThrow('exit code 3');
    const next = sandbox.ready();
    children[1]?.print(JSON.stringify(ADDRESS));
    expect(await next).toEqual(ADDRESS);
  });

  test('that stays silent is ended', async () => {
    const { sandbox, clock, children } = setUp();
    const attempt = expect(sandbox.ready()).rejects.toThrow('did not answer in time');
    clock.wakeNext();
    await attempt;
    expect(children[0]?.killed).toBe(true);
  });

  test('is killed with its window', async () => {
    const { sandbox, children } = setUp();
    const ready = sandbox.ready();
    children[0]?.print(JSON.stringify(ADDRESS));
    await ready;
    sandbox.dispose();
    expect(children[0]?.killed).toBe(true);
    expect(sandbox.running()).toBeUndefined();
  });
});

describe('the line that a sandbox prints', () => {
  test('must hold an address on this machine', () => {
    expect(parseAddress(JSON.stringify(ADDRESS))).toEqual(ADDRESS);
    for (const url of [
      'https://api.mypurecloud.ie',
      'http://127.0.0.1.evil.example:80',
      'http://10.0.0.1:80',
      'http://127.0.0.1:80@evil.example',
    ]) {
      expect(parseAddress(JSON.stringify({ ...ADDRESS, url })), url).toBeUndefined();
    }
    for (const line of ['', 'null', '[]', '{"url":1}', JSON.stringify({ url: ADDRESS.url })])
      expect(parseAddress(line), line).toBeUndefined();
  });
});
