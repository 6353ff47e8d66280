import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chained, hashOf, lineText, readLine } from '#core/audit/chain.ts';
import { headOf, headText, readHead } from '#core/audit/head.ts';
import type { AuditLine } from '#core/audit/model.ts';
import { verify } from '#core/audit/verify.ts';
import { anyEntries, entry, trailOf } from './entries.ts';

const five = trailOf(['one', 'two', 'three', 'four', 'five'].map((name) => entry(name)));

/** Kind and place of each finding. */
const found = (lines: readonly string[], head = five.head): readonly string[] =>
  verify(lines, head).findings.map(({ kind, line, seq }) => `${kind} ${line === undefined ? `number ${seq}` : line}`);

/** The line with other content and a hash that fits it again, as somebody would write it who knows how. */
function forged(text: string, change: (line: AuditLine) => AuditLine): string {
  const line = change(readLine(text)!);
  return lineText({ ...line, hash: hashOf(line) });
}

describe('a trail', () => {
  it('that nobody touched is found to be whole, and so is none at all', () => {
    expect(verify(five.lines, five.head)).toEqual({ lines: 5, hash: five.head?.hash, findings: [] });
    expect(verify([], undefined)).toEqual({ lines: 0, findings: [] });
  });

  it('shows a changed line', () => {
    const lines = five.lines.with(2, five.lines[2]!.replace('"name":"three"', '"name":"Three"'));
    expect(found(lines)).toEqual(['changed 3']);
    expect(verify(lines, five.head).findings[0]?.message).toBe(
      'Line 3 was changed: its hash is not that of its content.',
    );
  });

  it('shows a line that says the same in other words: a line can be written in one way only', () => {
    const text = five.lines[2]!;
    const line = readLine(text)!;
    for (const other of [
      `${text} `,
      JSON.stringify(line, null, 1).replaceAll('\n', ''),
      text.replace('three', '\\u0074hree'),
    ])
      expect(found(five.lines.with(2, other))).toEqual(['changed 3']);
  });

  it('shows a changed line whose hash was made anew, at the end too', () => {
    const change = (line: AuditLine): AuditLine => ({ ...line, outcome: 'failed' });
    expect(found(five.lines.with(2, forged(five.lines[2]!, change)))).toEqual(['changed 3']);
    expect(found(five.lines.with(4, forged(five.lines[4]!, change)))).toEqual(['changed 5']);
  });

  it('shows missing lines: at the beginning, in the middle and at the end', () => {
    expect(found(five.lines.slice(1))).toEqual(['missing number 1']);
    expect(found(five.lines.toSpliced(1, 2))).toEqual(['missing number 2']);
    expect(found(five.lines.slice(0, 4))).toEqual(['missing number 5']);
    expect(found([])).toEqual(['missing number 1']);
    expect(verify(five.lines.slice(0, 2), five.head).findings[0]?.message).toBe(
      'The lines number 3 to 5 are missing at the end.',
    );
  });

  it('shows lines in another order, twice, or from elsewhere', () => {
    const [one, two, three, four, fifth] = five.lines as [string, string, string, string, string];
    expect(found([one, three, two, four, fifth])).toEqual(['reordered 3']);
    expect(found([one, two, two, three, four, fifth])).toEqual(['repeated 3']);
    expect(found([...five.lines, lineText(chained(readLine(fifth)!, entry('six')))])).toEqual(['added 6']);
    expect(found([one, 'nonsense', three, four, fifth])).toEqual(['unreadable 2', 'missing number 2']);
  });

  it('shows a change that is told of twice', () => {
    const again = trailOf([entry('one'), entry('two'), entry('one')]);
    expect(found(again.lines, again.head)).toEqual(['repeated 3']);
  });

  it('says that it cannot know its end without a head, and says so for ever', () => {
    const [kind] = verify(five.lines.slice(0, 3), undefined).findings;
    expect(kind?.kind).toBe('noHead');
    const next = chained(readLine(five.lines[2]!)!, entry('later'));
    const lines = [...five.lines.slice(0, 3), lineText(next)];
    expect(found(lines, headOf(next, [4]))).toEqual(['noHead number 4']);
  });
});

describe('for every trail', () => {
  it('what is written is read again, and found whole', () => {
    fc.assert(
      fc.property(anyEntries(0), (entries) => {
        const { lines, head } = trailOf(entries);
        expect(verify(lines, head).findings).toEqual([]);
        if (head) expect(readHead(headText(head))).toEqual(head);
      }),
    );
  });

  it('one changed character, anywhere, is found in its line', () => {
    const where = fc.tuple(fc.nat(), fc.nat(), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }));
    fc.assert(
      fc.property(anyEntries(1), where, (entries, [which, position, character]) => {
        const { lines, head } = trailOf(entries);
        const at = which % lines.length;
        const text = lines[at]!;
        const index = position % text.length;
        const other = text.slice(0, index) + character + text.slice(index + 1);
        fc.pre(other !== text && !other.includes('\n'));
        expect(verify(lines.with(at, other), head).findings.map(({ line }) => line)).toContain(at + 1);
      }),
    );
  });

  it('lines that were taken out are found by their numbers', () => {
    fc.assert(
      fc.property(anyEntries(1), fc.nat(), fc.nat(), (entries, start, many) => {
        const { lines, head } = trailOf(entries);
        const first = start % lines.length;
        const count = 1 + (many % (lines.length - first));
        const { findings } = verify(lines.toSpliced(first, count), head);
        expect(findings.map(({ kind, seq }) => [kind, seq])).toEqual([['missing', first + 1]]);
      }),
    );
  });

  it('another order is found', () => {
    fc.assert(
      fc.property(anyEntries(2), fc.infiniteStream(fc.nat()), (entries, order) => {
        const { lines, head } = trailOf(entries);
        const shuffled = lines
          .map((line) => ({ line, key: order.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ line }) => line);
        fc.pre(shuffled.some((line, index) => line !== lines[index]));
        const { findings } = verify(shuffled, head);
        expect(findings.length).toBeGreaterThan(0);
        expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['reordered']));
      }),
    );
  });
});
