import { noPlan } from '../deploy/planner.ts';
import * as show from '../deploy/show.ts';
import type { Command } from './command.ts';

export const showPlanDiff = {
  id: 'wrapsmith.showPlanDiff',
  needs: 'nothing',
  async execute({ planner, documents }) {
    const stored = planner.current();
    if (!stored) throw noPlan();
    await show.showPlanDiff(stored.plan, documents);
  },
} as const satisfies Command;
