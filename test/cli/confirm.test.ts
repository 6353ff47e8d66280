import { describe, expect, it } from 'vitest';
import { isConfirmed } from '#cli/confirm.ts';
import type { CliIo } from '#cli/io.ts';
import type { PlanTarget } from '#core/deploy/model.ts';

const plan = { org: { id: '1', name: 'Northwind' }, fingerprint: 'abc' };
const open: PlanTarget = { name: 'dev', protected: false };
const guarded: PlanTarget = { name: 'prod', protected: true };

function answering(answer: string): Pick<CliIo, 'ask' | 'signal' | 'stderr'> & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    signal: new AbortController().signal,
    stderr: { isTTY: true, write: () => undefined },
    ask: async (question) => {
      asked.push(question);
      return answer;
    },
  };
}

describe('a push to a protected environment', () => {
  it.each([
    ['prod', true],
    [' prod ', true],
    ['yes', false],
    ['', false],
  ])('wants its name typed: %j', async (answer, confirmed) => {
    const io = answering(answer);
    expect(await isConfirmed(plan, guarded, {}, io)).toBe(confirmed);
    expect(io.asked).toEqual(['Push to Northwind (prod), which is protected? Type prod to go on: ']);
  });

  it('wants the fingerprint of the reviewed plan where nobody is asked', async () => {
    const io = answering('prod');
    await expect(isConfirmed(plan, guarded, { yes: true }, io)).rejects.toThrow(/--yes also needs --expect .*abc/);
    expect(await isConfirmed(plan, guarded, { yes: true, expect: 'abc' }, io)).toBe(true);
    expect(io.asked).toEqual([]);
  });
});

it.each([
  ['y', open, /the answer has to be exactly yes\.\n$/],
  ['YES', open, /exactly yes/],
  ['yes', guarded, /exactly prod/],
  ['PROD', guarded, /exactly prod/],
  ['no', open, /^Nothing was pushed\.\n$/],
  ['', guarded, /^Nothing was pushed\.\n$/],
] as const)('an answer that almost says yes is told what it takes: %j', async (answer, target, words) => {
  const said: string[] = [];
  const io = { ...answering(answer), stderr: { isTTY: true, write: (text: string) => void said.push(text) } };
  expect(await isConfirmed(plan, target, {}, io)).toBe(false);
  expect(said.join('')).toMatch(words);
});

describe('a push to any other environment', () => {
  it.each([
    ['yes', true],
    ['y', false],
    ['dev', false],
  ])('wants a whole yes: %j', async (answer, confirmed) => {
    expect(await isConfirmed(plan, open, {}, answering(answer))).toBe(confirmed);
  });

  it('is not asked about with --yes', async () => {
    const io = answering('no');
    expect(await isConfirmed(plan, open, { yes: true }, io)).toBe(true);
    expect(io.asked).toEqual([]);
  });
});
