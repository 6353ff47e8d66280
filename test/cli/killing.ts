/** The shipped command line, killed at a chosen request of its push, and what the next one makes of it. */
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'vitest';
import { verify } from '#core/audit/verify.ts';
import { readTrail } from '#host/auditReader.ts';
import { systemClock } from '#host/clock.ts';
import type { Org } from '#sandbox/org/model.ts';
import { type Sandbox, startSandbox } from '#sandbox/server.ts';
import type { Bundles } from '../support/bundle.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { waitFor } from '../support/waitFor.ts';
import { namesTwice, type Shell, shellFor } from './processes.ts';

const ALLOW = ['--allow', 'dissociate,delete,queue-settings,outbound'];

export interface Killing {
  readonly bundles: Bundles;
  /** The project as it lies in the working folder. */
  readonly files: Readonly<Record<string, string>>;
  /** Makes the org what the files were written for. */
  readonly makeReady: (org: Org) => void;
}

/** One request of a push: the `nth` from the first that writes on (from 1), held before or after it is carried out. */
export interface Boundary {
  readonly nth: number;
  readonly when: 'before' | 'after';
}

interface Place {
  readonly sandbox: Sandbox;
  readonly shell: Shell;
  /** Resolves when the request at the boundary has arrived. */
  readonly arrived: () => boolean;
}

async function open({ bundles, files, makeReady }: Killing, boundary: Boundary | undefined): Promise<Place> {
  let writing = false;
  let seen = 0;
  let arrived = false;
  const sandbox = await startSandbox({
    rate: 1_000_000,
    conversationsPerDay: 0,
    fault({ method, path }) {
      if (path === '/oauth/token' || path.includes('/query')) return undefined;
      writing ||= method !== 'GET';
      if (!writing || arrived || boundary === undefined || ++seen !== boundary.nth) return undefined;
      arrived = true;
      return { kind: 'unanswered', when: boundary.when };
    },
  });
  makeReady(sandbox.org);
  return { sandbox, shell: shellFor(bundles, sandbox, tempFolder(files)), arrived: () => arrived };
}

export interface Undisturbed {
  /** Ids of the plan's changes. */
  readonly changes: readonly string[];
  /** All moments at which a push can end: before and after each write, and at each read after the first write. */
  readonly boundaries: readonly Boundary[];
  readonly end: unknown;
}

/** A push that nobody disturbs, to compare the others with. */
export async function undisturbed(killing: Killing, stateOf: (sandbox: Sandbox) => unknown): Promise<Undisturbed> {
  const { sandbox, shell } = await open(killing, undefined);
  const planned = await shell.run(['plan', '--format', 'json', ...ALLOW]);
  const { changes } = JSON.parse(planned.stdout) as { readonly changes: readonly { readonly id: string }[] };
  const from = sandbox.log.length;
  const pushed = await shell.run(['push', '--yes', ...ALLOW]);
  expect(pushed, pushed.stderr).toMatchObject({ code: 0 });
  const calls = sandbox.log.slice(from).filter(({ path }) => path !== '/oauth/token');
  const first = calls.findIndex(({ method }) => method !== 'GET');
  const boundaries = calls.slice(first).flatMap(({ method }, index): readonly Boundary[] => {
    const nth = index + 1;
    return method === 'GET'
      ? [{ nth, when: 'before' }]
      : [
          { nth, when: 'before' },
          { nth, when: 'after' },
        ];
  });
  const end = stateOf(sandbox);
  await sandbox.close();
  return { changes: changes.map(({ id }) => id), boundaries, end };
}

/**
 * Kills a push at the boundary, resumes it, and looks at everything: the org is as after an undisturbed push, nothing is
 * there twice, the trail is whole and holds each change as done once.
 */
export async function killAndResume(
  killing: Killing,
  boundary: Boundary,
  wanted: Undisturbed,
  stateOf: (sandbox: Sandbox) => unknown,
): Promise<void> {
  const where = `killed ${boundary.when} request ${boundary.nth}`;
  const { sandbox, shell, arrived } = await open(killing, boundary);
  const child = shell.start(['push', '--yes', ...ALLOW]);
  const closed = once(child, 'close');
  await Promise.race([waitFor(arrived), closed]);
  expect(arrived(), `${where}: the push got there`).toBe(true);
  child.kill('SIGKILL');
  await closed;
  const resumed = await shell.run(['push', '--yes', '--resume', ...ALLOW]);
  expect(resumed.code, `${where}: ${resumed.stderr}${resumed.stdout}`).toBe(0);
  expect(stateOf(sandbox), where).toEqual(wanted.end);
  expect(namesTwice(sandbox), where).toEqual([]);
  await expectWholeTrail(join(shell.stateFolder, 'wrapsmith'), sandbox.org.id, wanted.changes, where);
  await sandbox.close();
}

async function expectWholeTrail(
  folder: string,
  orgId: string,
  changes: readonly string[],
  where: string,
): Promise<void> {
  const trail = await readTrail(folder, orgId, systemClock);
  expect(verify(trail.lines, trail.head).findings, where).toEqual([]);
  const entries = trail.lines.map((line) => JSON.parse(line) as { readonly change: string; readonly outcome: string });
  const done = entries.flatMap(({ change, outcome }) => (outcome === 'done' ? [change] : []));
  expect(done.toSorted(), where).toEqual(changes.toSorted());
  expect(
    entries.filter(({ outcome }) => outcome === 'unknown'),
    where,
  ).toEqual([]);
}
