import type { CheckedFile } from './report/finding.ts';
import { textReport } from './report/text.ts';
import { CliError, type CliIo, EXIT } from './io.ts';
import { styleFor } from './style.ts';

/**
 * Nothing is done with files that have errors: those are printed to stderr, and a `CliError` with exit code 1 follows.
 * @param words the sentence that says what was not done, given the names of the files
 */
export function refuseErrors(
  files: readonly CheckedFile[],
  words: (names: string) => string,
  color: boolean,
  io: Pick<CliIo, 'stderr' | 'env'>,
): void {
  const broken = files
    .map(({ path, text, problems }) => ({
      path,
      text,
      problems: problems.filter(({ severity }) => severity === 'error'),
    }))
    .filter(({ problems }) => problems.length > 0);
  if (broken.length === 0) return;
  io.stderr.write(textReport(broken, styleFor(io.stderr, io.env, color)));
  throw new CliError(words(broken.map(({ path }) => path).join(', ')), EXIT.problems);
}
