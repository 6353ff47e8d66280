/** Says whether an audit trail is as it was written, and if not, which lines are not. */
import { hashOf, lineText, readLine } from './chain.ts';
import type { AuditHead } from './head.ts';
import type { AuditLine } from './model.ts';

export type FindingKind =
  /** The line is not what was written. */
  | 'changed'
  /** It is no audit line, or only the beginning of one. */
  | 'unreadable'
  /** Lines are gone. */
  | 'missing'
  /** It stands behind a later one. */
  | 'reordered'
  /** It, or its change, is there a second time. */
  | 'repeated'
  /** The head file is gone, or was gone once, so that nobody can say what the end was. */
  | 'noHead'
  /** It was not there when the head file was written. */
  | 'added';

export interface Finding {
  readonly kind: FindingKind;
  /** In the file, from 1; absent where there is none to point to. */
  readonly line?: number;
  /** The numbers that lines carry, from 1. */
  readonly seq?: number;
  /** One sentence. */
  readonly message: string;
}

export interface Verification {
  readonly lines: number;
  /** The hash of the last line: kept elsewhere, it shows later that nothing up to here was written anew. */
  readonly hash?: string;
  readonly findings: readonly Finding[];
}

interface Placed {
  /** In the file, from 1. */
  readonly at: number;
  readonly line: AuditLine;
  readonly isIntact: boolean;
}

/**
 * `lines` are the file's, without line ends; `head` is what its head file says, undefined where that is gone or
 * unreadable. Somebody who may write both files can write the whole trail anew, and nothing in them shows it: only a
 * hash that was kept elsewhere does.
 */
export function verify(lines: readonly string[], head: AuditHead | undefined): Verification {
  const placed = lines.flatMap((text, index): Placed[] => {
    const line = readLine(text);
    return line ? [{ at: index + 1, line, isIntact: line.hash === hashOf(line) && lineText(line) === text }] : [];
  });
  const read = new Set(placed.map(({ at }) => at));
  const unreadable = lines.flatMap((_, index) => (read.has(index + 1) ? [] : [index + 1]));
  const findings = [
    ...unreadable.map(unreadableLine),
    ...placed.filter(({ isIntact }) => !isIntact).map(changedLine),
    ...brokenLinks(placed, head),
    ...misplaced(placed),
    ...gaps(placed, head),
    ...twice(placed),
    ...aboutHead(placed, lines.length, head),
  ];
  const last = placed.at(-1)?.line.hash;
  return {
    lines: lines.length,
    ...(last === undefined ? {} : { hash: last }),
    findings: findings.sort((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity)),
  };
}

const unreadableLine = (at: number): Finding => ({
  kind: 'unreadable',
  line: at,
  message: `Line ${at} is no audit line. It was damaged, or a crash cut it off.`,
});

const changedLine = ({ at, line: { seq } }: Placed): Finding => ({
  kind: 'changed',
  line: at,
  seq,
  message: `Line ${at} was changed: its hash is not that of its content.`,
});

/**
 * A line that was changed and given a new hash no longer fits what comes after it. From the end on, so that only a line
 * that is trusted speaks of the one before it.
 */
function brokenLinks(placed: readonly Placed[], head: AuditHead | undefined): readonly Finding[] {
  const bySeq = new Map(placed.map((one) => [one.line.seq, one]));
  const expected = new Map(head === undefined ? [] : [[head.seq, head.hash]]);
  return [...bySeq.keys()]
    .sort((a, b) => b - a)
    .flatMap((seq): Finding[] => {
      const one = bySeq.get(seq);
      if (one === undefined || !one.isIntact) return [];
      const hash = expected.get(seq) ?? one.line.hash;
      if (hash === one.line.hash) {
        expected.set(seq - 1, one.line.previous);
        return [];
      }
      const other = seq === head?.seq ? 'what the head file says of it' : `the line after it, number ${seq + 1}`;
      return [{ kind: 'changed', line: one.at, seq, message: `Line ${one.at} was changed: it does not fit ${other}.` }];
    });
}

function misplaced(placed: readonly Placed[]): readonly Finding[] {
  const seen = new Set<number>();
  let highest = 0;
  return placed.flatMap(({ at, line: { seq } }): Finding[] => {
    const isRepeated = seen.has(seq);
    const isLate = seq < highest;
    seen.add(seq);
    highest = Math.max(highest, seq);
    if (isRepeated)
      return [{ kind: 'repeated', line: at, seq, message: `Line ${at} is number ${seq}, which was there before.` }];
    if (!isLate) return [];
    const message = `Line ${at} is number ${seq} and stands behind number ${highest}: the order was changed.`;
    return [{ kind: 'reordered', line: at, seq, message }];
  });
}

function gaps(placed: readonly Placed[], head: AuditHead | undefined): readonly Finding[] {
  const numbers = [...new Set(placed.map(({ line }) => line.seq))].sort((a, b) => a - b);
  const highest = numbers.at(-1) ?? 0;
  const inside = numbers.flatMap((seq, index): Finding[] => {
    const before = numbers[index - 1] ?? 0;
    return seq > before + 1 ? [missing(before + 1, seq - 1, '')] : [];
  });
  if (head === undefined || head.seq <= highest) return inside;
  // The head file holds the last line.
  const back =
    head.seq === highest + 1
      ? ' Its content is in the head file, as a crash in the middle of writing leaves it: the next push puts it back.'
      : '';
  return [...inside, missing(highest + 1, head.seq, ' at the end', back)];
}

function missing(first: number, last: number, where: string, more = ''): Finding {
  const which = first === last ? `Line number ${first} is` : `The lines number ${first} to ${last} are`;
  return { kind: 'missing', seq: first, message: `${which} missing${where}.${more}` };
}

/** A change is told once. */
function twice(placed: readonly Placed[]): readonly Finding[] {
  const first = new Map<string, Placed>();
  return placed.flatMap((one): Finding[] => {
    const { apply, change, seq } = one.line;
    const key = JSON.stringify([apply, change]);
    const before = first.get(key);
    if (before === undefined) first.set(key, one);
    if (before === undefined || before.line.seq === seq) return [];
    const message = `Line ${one.at} tells of the same change as line ${before.at}.`;
    return [{ kind: 'repeated', line: one.at, seq, message }];
  });
}

function aboutHead(placed: readonly Placed[], lines: number, head: AuditHead | undefined): readonly Finding[] {
  if (head === undefined) {
    const message = 'The head file is gone or unreadable, so lines may be missing at the end.';
    return lines === 0 ? [] : [{ kind: 'noHead', message }];
  }
  return [
    ...head.restarts.map((seq): Finding => {
      const message = `The head file was gone when number ${seq} was written, so lines may be missing before it.`;
      return { kind: 'noHead', seq, message };
    }),
    ...placed
      .filter(({ line }) => line.seq > head.seq)
      .map(({ at, line: { seq } }): Finding => {
        const message = `Line ${at} is number ${seq}, and the head file ends at ${head.seq}: it was added from outside.`;
        return { kind: 'added', line: at, seq, message };
      }),
  ];
}
