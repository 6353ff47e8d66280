/** No token and no secret in anything that a push leaves behind, whatever goes wrong. */
import { expect, test } from 'vitest';
import {
  formatPlanJson,
  formatPlanMarkdown,
  formatResultJson,
  formatResultMarkdown,
  formatResultText,
} from '#core/deploy/format/index.ts';
import { GenesysError } from '#core/genesys/error.ts';
import { explainFailure } from '#core/genesys/explain.ts';
import type { Fault } from '#sandbox/faults.ts';
import { accessTokenOf } from '../genesys/support.ts';
import { openPush, type PushWorld } from './sandboxPush.ts';

const FAULTS: readonly (Fault | undefined)[] = [
  undefined,
  { kind: 'cut', when: 'after' },
  { kind: 'truncated' },
  { kind: 'answer', when: 'before', status: 401 },
  { kind: 'answer', when: 'before', status: 403 },
  { kind: 'answer', when: 'after', status: 500 },
  { kind: 'html', when: 'before', status: 502 },
];

/** All that a host could show, log or store of one push. */
async function leftBehind(world: PushWorld, fault: Fault | undefined): Promise<string> {
  const left: string[] = [];
  try {
    const plan = await world.plan();
    left.push(formatPlanJson(plan), formatPlanMarkdown(plan), plan.view.before, plan.view.after);
    world.arm(() => fault);
    const result = await world.apply(plan);
    left.push(formatResultText(result), formatResultJson(result), formatResultMarkdown(result), JSON.stringify(result));
    await world.plan();
  } catch (error) {
    if (!(error instanceof GenesysError)) throw error;
    left.push(JSON.stringify(error), String(error.stack), explainFailure(error.failure, { environment: 'dev' }));
  }
  const { log, journal, audit, genesys } = world;
  left.push(...log.lines, ...[journal.records, audit.entries, genesys].map((one) => JSON.stringify(one)));
  return left.join('\n');
}

test.each(FAULTS)('the client secret stays inside: %j', async (fault) => {
  const world = await openPush();
  const text = await leftBehind(world, fault);
  const { clientId, clientSecret } = world.sandbox;
  expect(text).toContain('Push New One');
  expect(text).not.toContain(clientSecret);
  expect(text).not.toContain(Buffer.from(`${clientId}:${clientSecret}`).toString('base64'));
  expect(text).not.toMatch(/Bearer|Basic /);
});

test.each(FAULTS)('the token stays inside: %j', async (fault) => {
  let accessToken = '';
  const world = await openPush({
    async credentials(sandbox) {
      accessToken = await accessTokenOf(sandbox);
      return { kind: 'accessToken', accessToken };
    },
  });
  const text = await leftBehind(world, fault);
  expect(accessToken.length).toBeGreaterThan(20);
  expect(text).toContain('Push New One');
  expect(text).not.toContain(accessToken);
});
