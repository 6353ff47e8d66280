import { noPlan } from '../deploy/planner.ts';
import { showPlanAs, type PlanFormat } from '../deploy/show.ts';
import { pick } from '../ui/prompts.ts';
import type { Command } from './command.ts';

/** The last plan as text, Markdown or JSON. A format as argument skips the question. */
export const showPlanList = {
  id: 'wrapsmith.showPlanList',
  needs: 'nothing',
  async execute({ planner, documents }, format) {
    const stored = planner.current();
    if (!stored) throw noPlan();
    await showPlanAs(stored.plan, isFormat(format) ? format : await askFormat(), documents);
  },
} as const satisfies Command;

function isFormat(value: unknown): value is PlanFormat {
  return value === 'text' || value === 'markdown' || value === 'json';
}

function askFormat(): Promise<PlanFormat> {
  return pick<PlanFormat>(
    [
      { label: 'Text', detail: 'As the command line prints it', value: 'text' },
      { label: 'Markdown', detail: 'For a pull request', value: 'markdown' },
      { label: 'JSON', detail: 'For other tools, with every request as it would be sent', value: 'json' },
    ],
    { title: 'Show the Last Plan', placeHolder: 'In which form?' },
  );
}
