/** The bench on a small scale, so that it does not rot. It says nothing about how fast anything is. */
import { mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundles, buildBundles } from '../support/bundle.ts';
import { catalog, KINDS } from './catalogs.ts';
import { measureCompute } from './compute.ts';
import { echoServer, NAMES, ourServer } from './contenders.ts';
import { MEASURES } from './measure.ts';
import { toMarkdown } from './report.ts';
import { type Figure, runRounds } from './rounds.ts';
import { median, quantile } from './statistics.ts';
import { judge } from './targets.ts';
import { undelayed } from './undelayed.ts';

const ENTRIES = 100;

describe('a bench of two servers', () => {
  let bundles: Bundles;
  let scratch: string;
  let figures: readonly Figure[];
  beforeAll(async () => {
    bundles = buildBundles();
    scratch = realpathSync(mkdtempSync(join(tmpdir(), 'wrapsmith-bench-')));
    figures = await runRounds(
      {
        contenders: [ourServer(bundles.cli), await echoServer(scratch)],
        sizes: [ENTRIES],
        rounds: 1,
        series: { least: 4, most: 4, milliseconds: 0 },
        scratch,
      },
      () => undefined,
    );
  }, 120_000);
  afterAll(async () => {
    await bundles.remove();
    await rm(scratch, { recursive: true });
  });

  const measures = MEASURES.filter((measure) => measure !== 'memory' || process.platform === 'linux');
  it.each(measures)('has figures of %s for both', (measure) => {
    const found = figures.filter((figure) => figure.measure === measure);
    expect(found.map(({ name }) => name)).toEqual([NAMES.ours, NAMES.echo]);
    for (const figure of found) {
      expect(figure.median).toBeGreaterThan(0);
      expect(figure.p95).toBeGreaterThanOrEqual(figure.median);
    }
  });

  it('takes the samples that were asked for', () => {
    const keystrokes = figures.filter((figure) => figure.measure === 'keystroke').map(({ samples }) => samples);
    expect(keystrokes).toEqual([4, 4]);
  });

  it('writes a page that names every figure', () => {
    const page = toMarkdown(figures, [], undefined, { date: '2026-11-20T00:00:00Z', cores: 2, node: '24', rounds: 1 });
    for (const title of ['Keystroke', 'Completion right after', 'Hover', 'Open', 'Start-up'])
      expect(page).toContain(title);
    expect(page).not.toContain('undefined');
    expect(page).not.toContain('NaN');
  });
});

it('counts what a keystroke costs without a transport', () => {
  const { keystrokes, p50, p99 } = measureCompute(ENTRIES, 20, Date.parse('2026-11-20T00:00:00Z'));
  expect(keystrokes).toBe(20);
  expect(p50).toBeGreaterThan(0);
  expect(p99).toBeGreaterThanOrEqual(p50);
});

it('still finds the delay of yaml-language-server', async () => {
  expect(await undelayed()).not.toContain('validationDelayMs');
});

it.each(KINDS)('makes %s catalogs of every size, with one problem', (kind) => {
  const { text, problemLine } = catalog(kind, 3);
  expect(text.split('\n')[problemLine]).toBe('    state: unknown');
});

describe('what was promised', () => {
  const figure = (name: Figure['name'], entries: number, value: number): Figure => ({
    name,
    entries,
    measure: 'keystroke',
    median: value,
    p95: value,
    samples: 1,
  });
  const figures = [
    figure(NAMES.ours, 100, 1),
    figure(NAMES.ours, 10_000, 2),
    figure(NAMES.shipped, 10_000, 600),
    figure(NAMES.undelayed, 10_000, 200),
    figure(NAMES.echo, 10_000, 1),
  ];

  it('is kept or missed', () => {
    expect(judge(figures, undefined).map(({ measured, isKept }) => [measured, isKept])).toEqual([
      ['1/300', true],
      ['1/100', false],
      ['2.00 ×', true],
      ['2.00 ×', false],
    ]);
  });

  it('is left open where it was not measured', () => {
    expect(judge([], undefined)).toEqual([]);
  });
});

it('takes a sample that was measured', () => {
  expect(quantile([4, 1, 3, 2], 0.95)).toBe(4);
  expect(median([4, 1, 3, 2])).toBe(2);
});
