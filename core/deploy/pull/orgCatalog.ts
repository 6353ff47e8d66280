/** The org as a catalog: a push of it would change nothing. */
import { formatDuration, promptFacts } from '../../contract/afterCallWork.ts';
import type { OutboundFlag, WrapUpCatalog, WrapUpCode } from '../../contract/generated/files.ts';
import { allowedValues } from '../../contract/descriptions.ts';
import { AFTER_CALL_WORK_TIMEOUT, namingRules } from '../../contract/limits.ts';
import { isPrintable, lengthOf, normaliseName } from '../../contract/names.ts';
import { DEFAULT_CODE_ID, isDefaultCode, isReservedName } from '../../contract/systemCodes.ts';
import type { OrgCode, OrgQueue, OrgSnapshot } from '../model.ts';
import { groupBy } from '../names.ts';
import { flagsOf } from '../outboundChange.ts';
import { type Membership, membershipOf } from '../queueChanges.ts';
import { type FileNames, fileNamesFor } from './fileNames.ts';
import { filterOf } from './filter.ts';
import type { LeftOut, Pulled, PullRequest } from './model.ts';

/** Codes and queues in the order of their names. What a catalog cannot say is left out and told. */
export function pullCatalog({ org, project, target, only }: PullRequest): Pulled {
  const names = fileNamesFor(project, target.name);
  const isAsked = filterOf(org, only);
  const asked = org.codes.filter(isAsked);
  const codes = asked.filter((code) => !isSystems(code));
  const leftOut: LeftOut[] = [];
  const writable = split(codes, whyNotCode(codes), 'code', leftOut);
  const queues = split(queuesOf(writable, org), whyNotQueue(org), 'queue', leftOut);
  const sorted = writable.toSorted(byName);
  const division = commonDivision(sorted, org, names);
  const needsPlatform = sorted.some(({ name }) => !isPortable(name));
  return {
    catalog: {
      kind: 'WrapUpCatalog',
      ...(division === undefined ? {} : { division }),
      ...(needsPlatform ? { naming: 'platform' as const } : {}),
      ...(queues.length === 0
        ? {}
        : {
            queues: Object.fromEntries(
              queues.toSorted(byName).map((queue) => [names.queue(queue.name), declarationOf(queue)]),
            ),
          }),
      codes: sorted.map((code) => codeOf(code, { org, names, queues, isOn: membershipOf(org), division })),
    },
    leftOut,
  };
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

/** The system's own codes are nobody's to keep in a file. */
const isSystems = ({ id, name }: OrgCode): boolean => id === DEFAULT_CODE_ID || isDefaultCode(name);

function split<T extends { readonly name: string }>(
  all: readonly T[],
  whyNot: (one: T) => string | undefined,
  kind: LeftOut['kind'],
  leftOut: LeftOut[],
): readonly T[] {
  return all.filter((one) => {
    const why = whyNot(one);
    if (why !== undefined) leftOut.push({ kind, name: one.name, why });
    return why === undefined;
  });
}

function whyNotName(name: string): string | undefined {
  if (normaliseName(name) === '') return 'Its name holds nothing that can be seen.';
  return isPrintable(name) ? undefined : 'Its name holds characters that no file should hold. Rename it in the org.';
}

function whyNotCode(codes: readonly OrgCode[]): (code: OrgCode) => string | undefined {
  const alike = groupBy(codes, ({ name }) => normaliseName(name));
  return ({ name }) => {
    const others = alike.get(normaliseName(name)) ?? [];
    const doubt = `The org has ${others.length} codes whose names look the same, so an entry could mean each of them. Rename all but one in the org.`;
    if (isReservedName(name)) return 'Its name belongs to the system.';
    if (lengthOf(name) > namingRules.platform.maxNameLength) return 'Its name is longer than a catalog takes.';
    return whyNotName(name) ?? (others.length > 1 ? doubt : undefined);
  };
}

function whyNotQueue({ queues }: OrgSnapshot): (queue: OrgQueue) => string | undefined {
  const alike = groupBy(queues, ({ name }) => normaliseName(name));
  return ({ name }) => {
    const others = alike.get(normaliseName(name)) ?? [];
    const doubt = `The org has ${others.length} queues whose names look the same. Rename all but one in the org.`;
    return whyNotName(name) ?? (others.length > 1 ? doubt : undefined);
  };
}

/** Those that an entry can name. */
export function writableQueues(org: OrgSnapshot): readonly OrgQueue[] {
  const whyNot = whyNotQueue(org);
  return org.queues.filter((queue) => whyNot(queue) === undefined);
}

/** Queues that one of the codes is on, as far as they were read. */
function queuesOf(codes: readonly OrgCode[], { queues, queueCodes }: OrgSnapshot): readonly OrgQueue[] {
  const ids = new Set(codes.map(({ id }) => id));
  return queues.filter((queue) => (queueCodes[queue.id] ?? []).some((id) => ids.has(id)));
}

function isPortable(name: string): boolean {
  const { maxNameLength, character } = namingRules.portable;
  return lengthOf(name) <= maxNameLength && [...name].every((one) => character?.test(one) !== false);
}

export const HIDDEN_DIVISION = 'It is in a division that these credentials cannot see.';

/** The division's name in the files; undefined where these credentials do not see it. */
export function divisionOf({ division }: OrgCode, org: OrgSnapshot, names: FileNames): string | undefined {
  if (division === undefined || division.id === '*') return division?.id;
  const name = division.name ?? org.divisions.find(({ id }) => id === division.id)?.name;
  return name === undefined ? undefined : names.division(name);
}

/** Stands once at the top where all codes have it; a code whose division is not known would take it over. */
function commonDivision(codes: readonly OrgCode[], org: OrgSnapshot, names: FileNames): string | undefined {
  const all = new Set(codes.map((code) => divisionOf(code, org, names)));
  return all.size === 1 ? [...all][0] : undefined;
}

function declarationOf({ wrapupPrompt, wrapupTimeoutMs }: OrgQueue): NonNullable<WrapUpCatalog['queues']>[string] {
  const facts = wrapupPrompt === undefined ? undefined : promptFacts(wrapupPrompt);
  if (facts === undefined) return {};
  const { min, max } = AFTER_CALL_WORK_TIMEOUT;
  const isUsed = facts.usesTimeout && wrapupTimeoutMs !== undefined && wrapupTimeoutMs >= min && wrapupTimeoutMs <= max;
  return { afterCallWork: { prompt: facts.prompt, ...(isUsed ? { timeout: formatDuration(wrapupTimeoutMs) } : {}) } };
}

interface Around {
  readonly org: OrgSnapshot;
  readonly names: FileNames;
  readonly queues: readonly OrgQueue[];
  readonly isOn: Membership;
  /** Of the whole catalog. */
  readonly division: string | undefined;
}

function codeOf(code: OrgCode, { org, names, queues, isOn, division: common }: Around): WrapUpCode {
  const division = divisionOf(code, org, names);
  const on = queueNamesOf(code, isOn, names, queues);
  const outbound = org.outbound && flagsOf(org.outbound, code.id);
  return {
    name: code.name,
    ...(code.description === undefined || code.description === '' ? {} : { description: code.description }),
    ...(division === undefined || division === common ? {} : { division }),
    ...(on.length === 0 ? {} : { queues: [...on] }),
    // A flag that nobody knows yet cannot be written, and half an entry would take it away.
    ...(outbound?.every(isFlag) === true ? { outbound: [...outbound] } : {}),
  };
}

const flags: ReadonlySet<unknown> = new Set(
  allowedValues('WrapUpCatalog', ['codes', '*', 'outbound', '*']).map(({ value }) => value),
);
export const isFlag = (flag: string): flag is OutboundFlag => flags.has(flag);

/** The files' names of the queues that a code is on, in their order. `queues` are those that count. */
export function queueNamesOf(
  { id }: OrgCode,
  isOn: Membership,
  names: FileNames,
  queues: readonly OrgQueue[],
): readonly string[] {
  return queues
    .filter((queue) => isOn(queue.id, id))
    .map((queue) => names.queue(queue.name))
    .toSorted();
}
