/** Rounds in which every server takes its turn, and what is made of their samples. */
import { KINDS } from './catalogs.ts';
import type { Contender, Name } from './contenders.ts';
import { type Measure, MEASURES, measureOpen, measurePlain, type Samples, type Series } from './measure.ts';
import { median, quantile } from './statistics.ts';

export interface Plan {
  readonly contenders: readonly Contender[];
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly series: Series;
  /** For catalogs and whatever else is made. */
  readonly scratch: string;
}

/** One figure: the median over the rounds of what each round came to. */
export interface Figure {
  readonly name: Name;
  readonly entries: number;
  readonly measure: Measure;
  readonly median: number;
  readonly p95: number;
  /** In all rounds. */
  readonly samples: number;
}

/** A machine that slows down for a while slows all of them: each round has every server, in another order. */
export async function runRounds(plan: Plan, tell: (line: string) => void): Promise<readonly Figure[]> {
  const { contenders, sizes, rounds } = plan;
  const results: Turn[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const entries of sizes) {
      const first = (round + sizes.indexOf(entries)) % contenders.length;
      for (const contender of [...contenders.slice(first), ...contenders.slice(0, first)]) {
        const started = performance.now();
        results.push({ round, entries, name: contender.name, samples: await takeTurn(contender, entries, plan) });
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        tell(`round ${round + 1} of ${rounds}: ${contender.name}, ${entries} entries (${seconds} s)`);
      }
    }
  }
  return figures(plan, results);
}

interface Turn {
  readonly round: number;
  readonly entries: number;
  readonly name: Name;
  readonly samples: Samples;
}

async function takeTurn(contender: Contender, entries: number, { series, scratch }: Plan): Promise<Samples> {
  const parts = [await measurePlain(contender, entries, series, scratch)];
  for (const kind of KINDS) {
    if (kind !== 'plain') parts.push(await measureOpen(contender, kind, entries, scratch));
  }
  return Object.fromEntries(
    MEASURES.map((measure) => [measure, parts.flatMap((part) => part[measure] ?? [])] as const),
  );
}

function figures({ contenders, sizes }: Plan, turns: readonly Turn[]): readonly Figure[] {
  return sizes.flatMap((entries) =>
    contenders.flatMap(({ name }) =>
      MEASURES.flatMap((measure) => {
        const rounds = turns
          .filter((turn) => turn.name === name && turn.entries === entries)
          .map(({ samples }) => samples[measure] ?? [])
          .filter((samples) => samples.length > 0);
        if (rounds.length === 0) return [];
        return {
          name,
          entries,
          measure,
          median: median(rounds.map(median)),
          p95: median(rounds.map((samples) => quantile(samples, 0.95))),
          samples: rounds.flat().length,
        };
      }),
    ),
  );
}
