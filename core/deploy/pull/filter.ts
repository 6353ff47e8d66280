import type { OrgCode, OrgSnapshot } from '../model.ts';
import type { PullFilter } from './model.ts';

/** Whether a code is asked for. */
export function filterOf(org: OrgSnapshot, only: PullFilter = {}): (code: OrgCode) => boolean {
  const divisionNames = new Map(org.divisions.map(({ id, name }) => [id, name]));
  const isNamed = anyOf(only.names);
  const isInDivision = anyOf(only.divisions);
  const isQueue = anyOf(only.queues);
  const onQueues = new Set(
    org.queues.filter(({ name }) => isQueue(name)).flatMap(({ id }) => org.queueCodes[id] ?? []),
  );
  return ({ id, name, division }) => {
    const divisionName = division?.id === '*' ? '*' : (division?.name ?? divisionNames.get(division?.id ?? '') ?? '');
    return isNamed(name) && isInDivision(divisionName) && (only.queues === undefined || onQueues.has(id));
  };
}

/** Whether a name fits one of the patterns; without patterns each does. */
export function anyOf(patterns: readonly string[] | undefined): (name: string) => boolean {
  if (patterns === undefined) return () => true;
  const all = patterns.map((pattern) => new RegExp(`^${pattern.split('*').map(literal).join('[^]*')}$`, 'iu'));
  // A star as a whole name is all divisions, and matches them like any other name.
  return (name) => all.some((pattern) => pattern.test(name));
}

const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
