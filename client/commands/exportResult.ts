import { UserError } from '../errors.ts';
import { exportResult as exportTo } from '../results/exportResult.ts';
import { pick } from '../ui/prompts.ts';
import type { Command } from './command.ts';

type Format = 'csv' | 'json';

/** Writes the rows of the result in front to a file. A format as argument skips the question. */
export const exportResult = {
  id: 'wrapsmith.exportResult',
  needs: 'trust',
  async execute({ results }, format) {
    const result = results.current();
    if (!result) throw new UserError('There is no result to export. Run a query first.');
    await exportTo(result, format === 'csv' || format === 'json' ? format : await askFormat());
  },
} as const satisfies Command;

function askFormat(): Promise<Format> {
  return pick<Format>(
    [
      { label: 'CSV', detail: 'For a spreadsheet; durations are milliseconds, no cell is a formula', value: 'csv' },
      { label: 'JSON', detail: 'For other tools', value: 'json' },
    ],
    { title: 'Export the Result', placeHolder: 'In which form?' },
  );
}
