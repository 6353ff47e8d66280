/** What an org has otherwise than the files, told at the places of the files: information, with its age, and never an error. */
import { ageOf } from '../../check/orgNames.ts';
import type { Problem } from '../../check/problem.ts';
import type { Span } from '../../text/position.ts';
import type { MapNode, Node, SourceFile } from '../../text/tree.ts';
import { childOf, isText, keyOf, pairOf } from '../../text/walk.ts';
import type { Change, Plan } from '../model.ts';

/** The plan that a push would be, as it was when the org was read. */
export interface DriftRequest {
  readonly plan: Pick<Plan, 'changes' | 'org'>;
  /** By the path that the plan names. */
  readonly sources: ReadonlyMap<string, SourceFile>;
  /** Milliseconds since the epoch. */
  readonly readAt: number;
  readonly now: number;
}

/** By path, in the order of each file; a file without any has an empty list. */
export function driftProblems({ plan, sources, readAt, now }: DriftRequest): ReadonlyMap<string, readonly Problem[]> {
  const seen = `org ${plan.org.name}, seen ${ageOf({ readAt }, now)}`;
  return new Map(
    [...sources].map(([path, source]) => {
      const own = plan.changes.filter((change) => change.path === path);
      const found = own.map((change) => problemOf(source, change, seen));
      return [path, found.toSorted((a, b) => a.range.start.line - b.range.start.line)] as const;
    }),
  );
}

function problemOf(source: SourceFile, change: Change, seen: string): Problem {
  const words = change.kind === 'blocked' ? change.why : `${whatDiffers(change)} ${change.why}`;
  return {
    code: 'drift',
    severity: 'information',
    message: `${words} (${seen})`,
    range: source.lines.rangeOf(placeOf(source, change)),
    fixes: [],
  };
}

function whatDiffers(change: Exclude<Change, { readonly kind: 'blocked' }>): string {
  switch (change.kind) {
    case 'create':
      return `"${change.name}" is not in the org.`;
    case 'associate':
      return `"${change.name}" is not on "${change.queue.name}" in the org.`;
    case 'dissociate':
      return `"${change.name}" is on "${change.queue.name}" in the org.`;
    case 'delete':
      return `"${change.name}" is still in the org.`;
    case 'queueSettings':
      return `The queue "${change.name}" asks for wrap-up codes otherwise in the org.`;
    case 'metadata':
      return `The row of "${change.name}" in "${change.table.name}" is another one.`;
    default:
      return `"${change.name}" differs in the org.`;
  }
}

/** Fields of an entry, by the kind of change that speaks of them; its name for all others. */
const fields: Partial<Record<Change['kind'], string>> = {
  update: 'description',
  move: 'division',
  associate: 'queues',
  dissociate: 'queues',
  delete: 'state',
  outbound: 'outbound',
};

function placeOf(source: SourceFile, change: Change): Span {
  const root = source.documents[0]?.root;
  const entry = entryOf(root, change.name);
  const key = fields[change.kind];
  const field = key === undefined ? undefined : pairOf(entry, key)?.key.span;
  const place = entry === undefined ? queueKey(root, queueOf(change)) : (field ?? childOf(entry, 'name')?.span);
  return place ?? root?.span ?? { start: 0, end: 0 };
}

/** The queue that is meant where no entry is: its settings, or a code on it that no catalog has. */
const queueOf = (change: Change): string => (change.kind === 'dissociate' ? change.queue.name : change.name);

function entryOf(root: Node | undefined, wanted: string): MapNode | undefined {
  const codes = childOf(root, 'codes');
  const items = codes?.kind === 'seq' ? codes.items : [];
  return items.find((item): item is MapNode => {
    const name = childOf(item, 'name');
    return item.kind === 'map' && isText(name) && name.value === wanted;
  });
}

function queueKey(root: Node | undefined, wanted: string): Span | undefined {
  const queues = childOf(root, 'queues');
  const pairs = queues?.kind === 'map' ? queues.pairs : [];
  return pairs.find((pair) => keyOf(pair) === wanted)?.key.span;
}
