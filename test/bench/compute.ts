/** What a keystroke costs in the server itself: reading, checking and diagnostics, without any transport. */
import { createLiveProject } from '#core/workspace/live/index.ts';
import { openText } from '#core/text/live/index.ts';
import { toDiagnostic } from '#server/toDiagnostic.ts';
import { catalog } from './catalogs.ts';
import { createEdits } from './edits.ts';
import { quantile } from './statistics.ts';

/** Milliseconds for one keystroke. */
export interface Compute {
  readonly entries: number;
  readonly keystrokes: number;
  readonly p50: number;
  readonly p99: number;
}

const NAME = 'file:///project/support.wrapup.yaml';

/** As many keystrokes as there is time for, which all of them have when each takes what it should. */
const LIMIT_MS = 30_000;

/** @throws where an edit does not have the problem that it makes, or has it still when it is mended */
export function measureCompute(entries: number, keystrokes: number, now: number): Compute {
  const written = catalog('plain', entries);
  const text = openText(NAME, written.text);
  const project = createLiveProject();
  project.setComplete(true);
  project.setNow(now);
  project.put(openText('file:///project/genesys.yaml', 'kind: GenesysProject\nnaming: portable\n'));
  project.put(text);
  project.problems(NAME);

  const edits = createEdits(written);
  const samples: number[] = [];
  const end = performance.now() + LIMIT_MS;
  while (samples.length < keystrokes && performance.now() < end) {
    const { line, change, isMaking } = edits.next(['description', 'name', 'state']);
    const started = performance.now();
    project.changed(NAME, text.change([change]));
    project.takeStale();
    const diagnostics = project.problems(NAME).map((problem) => toDiagnostic(problem, NAME, true));
    samples.push(performance.now() - started);
    if (diagnostics.some(({ range }) => range.start.line === line) !== isMaking) {
      throw new Error(`The edit in line ${line + 1} is not what the diagnostics show.`);
    }
  }
  return { entries, keystrokes: samples.length, p50: quantile(samples, 0.5), p99: quantile(samples, 0.99) };
}
