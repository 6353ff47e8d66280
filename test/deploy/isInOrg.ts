/** Whether the sandbox's org is as a change asks, read beside the wire. */
import { expect } from 'vitest';
import type { ApplyResult, CodeFields, Write } from '#core/deploy/model.ts';
import type { Org, WrapupCode } from '#sandbox/org/model.ts';
import type { World } from '../genesys/support.ts';

/** Of an edit the division is left to its move. */
export function isInOrg(org: Org, change: Write): boolean {
  const codeId = 'codeId' in change ? change.codeId : undefined;
  const code = [...org.codes.values()].find(
    ({ id, name, deleted }) => deleted === undefined && (codeId === undefined ? name === change.name : id === codeId),
  );
  switch (change.kind) {
    case 'create':
    case 'move':
      return hasText(code, change.after) && isIn(code, change.after);
    case 'update':
    case 'adopt':
    case 'rename':
      return hasText(code, change.after);
    case 'associate':
      return code !== undefined && org.queueCodes.get(change.queue.id)?.has(code.id) === true;
    case 'dissociate':
      return org.queueCodes.get(change.queue.id)?.has(change.codeId) !== true;
    case 'delete':
      return code === undefined;
    case 'queueSettings':
      return hasFields(org.queues.get(change.queue.id)?.settings['acwSettings'], change.after);
    case 'outbound': {
      // A deleted code can have an entry, too.
      const id = codeId ?? code?.id;
      return id !== undefined && isSame(org.outbound.current.mapping[id], change.after);
    }
    case 'metadata': {
      const row = org.tables.get(change.table.id)?.rows.get(change.key);
      const cells = row?.hiddenFrom === undefined ? row?.cells : undefined;
      return change.after === undefined ? cells === undefined : hasFields(cells, change.after);
    }
  }
}

const hasText = (code: WrapupCode | undefined, { name, description = '' }: CodeFields): boolean =>
  code?.name === name && (code.description ?? '') === description;

/** Which division a code gets that was sent without one is not published. */
const isIn = (code: WrapupCode | undefined, { division }: CodeFields): boolean =>
  division === undefined || code?.divisionId === division.id;

const hasFields = (has: unknown, asked: object): boolean =>
  typeof has === 'object' &&
  has !== null &&
  Object.entries(asked).every(([key, value]) => Reflect.get(has, key) === value);

const isSame = (left: readonly string[] | undefined, right: readonly string[] | undefined): boolean =>
  JSON.stringify(left?.toSorted()) === JSON.stringify(right?.toSorted());

/** The promises of every push, whatever happened: nothing half-done is called done, and each failure says what to do. */
export function expectHonest({ sandbox }: Pick<World, 'sandbox'>, { results }: ApplyResult): void {
  for (const { change, outcome, message } of results) {
    if (change.kind === 'blocked') continue;
    if (outcome === 'done') expect(isInOrg(sandbox.org, change), `${change.id} is called done`).toBe(true);
    if (outcome === 'failed' || outcome === 'not attempted')
      expect(isInOrg(sandbox.org, change), `${change.id} is called ${outcome}`).toBe(false);
    if (outcome !== 'done') expect(message, change.id).toMatch(/[.]$/);
  }
}
