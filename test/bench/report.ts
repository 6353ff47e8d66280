/** The figures as a page of Markdown. */
import type { Compute } from './compute.ts';
import { type Name, NAMES } from './contenders.ts';
import type { Measure } from './measure.ts';
import type { Figure } from './rounds.ts';
import type { Target } from './targets.ts';

export interface Circumstances {
  /** ISO 8601. */
  readonly date: string;
  readonly cores: number;
  readonly node: string;
  readonly rounds: number;
}

const TITLES: Readonly<Record<Measure, string>> = {
  keystroke: 'Keystroke → diagnostics, ms',
  completionAfterEdit: 'Completion right after an edit, ms',
  completion: 'Completion, ms',
  hover: 'Hover, ms',
  open: 'Open → diagnostics, ms',
  openQuoted: 'Open → diagnostics, every value quoted, ms',
  openCommented: 'Open → diagnostics, comments and empty lines, ms',
  openBlocks: 'Open → diagnostics, block scalars and block lists, ms',
  startUp: 'Start-up, ms',
  memory: 'Peak memory, MB',
};

export function toMarkdown(
  figures: readonly Figure[],
  targets: readonly Target[],
  compute: Compute | undefined,
  circumstances: Circumstances,
): string {
  return `${[
    INTRODUCTION,
    conditions(circumstances),
    ...(targets.length > 0 ? ['## What was promised, at 10,000 entries', targetTable(targets)] : []),
    '## Figures',
    figureTables(figures),
    '## How many times longer than Wrapsmith',
    ratioTable(figures),
    ...(compute ? ["## The server's own work", computeText(compute)] : []),
    READING,
  ].join('\n\n')}\n`;
}

const INTRODUCTION = `# Benchmarks

Written by \`npm run bench\`. Do not edit: run it again. \`npm run bench -- --quick\` takes a minute, and writes to the terminal only.`;

const READING = `## How it is measured

Each server is a process of its own and is spoken to over stdio, as an editor does. Ours is started as other editors start it: \`wrapsmith lsp --stdio\`. \`yaml-language-server\` gets the schema of our catalogs, so that it checks, completes and hovers the same fields; it asks nothing of the net. As shipped it waits until nobody has typed for 200 ms before it checks; the copy without its delay has that wait taken out and nothing else. The echo server answers everything at once and reads nothing: what it takes is the transport alone, and no server can take less.

- Absolute times say something about the machine. Ratios say something about the servers: in each round every server takes its turn at every size, in another order each time, so a machine that is busy for a while is so for all of them.
- A cell is \`median / p95\`: of each round, and then the median of the rounds. Who is slow has fewer samples; below twenty the p95 is the slowest one.
- **Start-up**: from the start of the process to the answer of \`initialize\`.
- **Open**: from \`didOpen\` to the first diagnostics that have the one problem of the file, after a file of one entry was opened and closed.
- **Keystroke**: one character in a name, a description or a state, in another entry each time. One makes a problem and the next mends it; the time ends with the diagnostics that show that.
- **Completion right after an edit**: the request is sent directly behind the edit. Time ends with its answer.
- **Peak memory**: the most that the process had in memory through all of that.
- The catalogs have about 260 bytes an entry, each with eight fields, and lie in a project of their own.
- How soon the first row of a query shows depends on the org, and is not measured here.`;

function conditions({ date, cores, node, rounds }: Circumstances): string {
  return `${date.slice(0, 10)}, ${cores} cores, Node ${node}, ${rounds} ${rounds === 1 ? 'round' : 'rounds'}.`;
}

function targetTable(targets: readonly Target[]): string {
  return table(
    ['', 'promised', 'measured', ''],
    targets.map(({ what, promised, measured, isKept }) => [what, promised, measured, isKept ? 'kept' : '**missed**']),
  );
}

function figureTables(figures: readonly Figure[]): string {
  const sizes = sizesOf(figures);
  return measuresOf(figures)
    .map((measure) => {
      const rows = namesOf(figures).map((name) => [
        name,
        ...sizes.map((entries) => {
          const figure = figures.find((one) => is(one, name, measure, entries));
          if (!figure) return '';
          // One sample a round: there is nothing to tell apart.
          return measure === 'memory' ? round(figure.median) : `${round(figure.median)} / ${round(figure.p95)}`;
        }),
      ]);
      return `### ${TITLES[measure]}\n\n${table(['', ...sizes.map(counted)], rows)}`;
    })
    .join('\n\n');
}

/** Of the medians, and for a keystroke of the p95 too, since that is what is felt. */
function ratioTable(figures: readonly Figure[]): string {
  const sizes = sizesOf(figures);
  const others = namesOf(figures).filter((name) => name !== NAMES.ours);
  const parts = measuresOf(figures).flatMap((measure) => [
    { measure, part: 'median' as const, title: TITLES[measure].replace(/, [mM][sB]$/, '') },
    ...(measure === 'keystroke' ? [{ measure, part: 'p95' as const, title: 'Keystroke → diagnostics, p95' }] : []),
  ]);
  const rows = parts.flatMap(({ measure, part, title }) =>
    others.map((name) => [
      title,
      name,
      ...sizes.map((entries) => {
        const ours = figures.find((one) => is(one, NAMES.ours, measure, entries));
        const other = figures.find((one) => is(one, name, measure, entries));
        return ours && other ? times(other[part] / ours[part]) : '';
      }),
    ]),
  );
  return table(['', '', ...sizes.map(counted)], rows);
}

function computeText({ entries, keystrokes, p50, p99 }: Compute): string {
  return `Reading, checking and diagnostics for a keystroke in ${counted(entries)}, in one process without any transport: median ${p50.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms, of ${keystrokes.toLocaleString('en')} keystrokes.`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

const is = (figure: Figure, name: Name, measure: Measure, entries: number): boolean =>
  figure.name === name && figure.measure === measure && figure.entries === entries;
const sizesOf = (figures: readonly Figure[]): readonly number[] => [...new Set(figures.map((one) => one.entries))];
const namesOf = (figures: readonly Figure[]): readonly Name[] => [...new Set(figures.map((one) => one.name))];
const measuresOf = (figures: readonly Figure[]): readonly Measure[] =>
  (Object.keys(TITLES) as Measure[]).filter((measure) => figures.some((one) => one.measure === measure));
const counted = (entries: number): string => `${entries.toLocaleString('en')} entries`;
const times = (ratio: number): string => (ratio < 0.1 ? 'under 0.1 ×' : `${ratio.toFixed(ratio < 10 ? 1 : 0)} ×`);
/** Three digits that mean something. */
const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
