import { describe, expect, it } from 'vitest';
import { progressOn, type Step } from '#cli/progress.ts';
import { cutToWidth, displayWidth } from '#cli/width.ts';

function lines(isTTY: boolean, columns?: number) {
  const written: string[] = [];
  return { written, progress: progressOn({ isTTY, columns, write: (text) => void written.push(text) }) };
}

const WRITES: readonly Step[] = [
  { current: 'Reading the queues' },
  { current: 'One', done: 0, total: 2 },
  { current: 'One', done: 1, total: 2 },
  { current: 'Two', done: 1, total: 2 },
  { current: 'Two', done: 1, total: 2, waitSeconds: 40 },
  { current: 'Two', done: 1, total: 2, waitSeconds: 39 },
  { current: 'Two', done: 1, total: 2 },
  { current: 'Two', done: 2, total: 2 },
];

describe('progress', () => {
  it('is a line for each step in a log, and one for a wait', () => {
    const { written, progress } = lines(false);
    for (const step of WRITES) progress.show(step);
    progress.note('a warning');
    progress.end();
    expect(written).toEqual([
      'Reading the queues\n',
      '0/2 One\n',
      '1/2 Two\n',
      "1/2 Two: waiting 40 s for the org's rate limit\n",
      'a warning\n',
    ]);
  });

  it('is one line on a terminal, with every second of a wait, that never reaches the edge', () => {
    const { written, progress } = lines(true, 30);
    for (const step of WRITES) progress.show(step);
    const shown = written.map((text) => text.replace('\r\u001b[K', ''));
    expect(shown.filter((text) => text.includes('waiting'))).toEqual([
      '1/2 Two: waiting 40 s for th…',
      '1/2 Two: waiting 39 s for th…',
    ]);
    expect(shown).toContain('1/2 One');
    expect(shown.every((text) => displayWidth(text) < 30)).toBe(true);
  });

  it('gives way to a warning and to what comes after it', () => {
    const { written, progress } = lines(true);
    progress.show({ current: 'One' });
    progress.note('warn\u001b[31ming');
    progress.end();
    expect(written).toEqual(['\r\u001b[KOne', '\r\u001b[Kwarn\\u{1B}[31ming\n', '\r\u001b[K']);
  });
});

describe('cutting to a width', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['苦情苦情', 8, '苦情苦情'],
    ['苦情苦情', 6, '苦情…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['🎉🎉', 3, '🎉…'],
    ['abc', 0, '…'],
  ])('%s in %i columns', (text, columns, expected) => {
    expect(cutToWidth(text, columns)).toBe(expected);
  });
});
