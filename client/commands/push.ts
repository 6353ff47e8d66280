import { pendingChanges } from '#core/deploy/summary.ts';
import { confirmPush } from '../deploy/confirmPush.ts';
import { showPlanDiff, showResult } from '../deploy/show.ts';
import { nothingToDo, notSelectedNote, planMessage, resultMessage } from '../deploy/words.ts';
import type { ClientContext } from '../context.ts';
import { UserError } from '../errors.ts';
import { showMessage } from '../ui/messages.ts';
import { catalogsToPush } from '../workspace/catalogsAtHand.ts';
import type { Command } from './command.ts';

const LIST = { title: 'Show List', command: 'wrapsmith.showPlanList', args: ['text'] };

/**
 * Plans, shows the plan, asks, and does it. Arguments: a catalog, and `{ expect: fingerprint }`, which
 * stands for the confirmation of a plan that was reviewed elsewhere, as `--expect` does on the command line.
 */
export const push = {
  id: 'wrapsmith.push',
  needs: 'trust',
  async execute(context, ...args) {
    const { planner, fileAtHand } = context;
    planner.assertNoPush();
    const catalogs = catalogsToPush(args, fileAtHand.current(), planner.current()?.catalogs);
    const stored = await planner.plan(catalogs);
    const { plan } = stored;
    // Without a change there is nothing to compare: the message says it all.
    if (pendingChanges(plan) > 0) await showPlanDiff(plan, context.documents);
    else
      return showMessage(
        plan.summary.blocked > 0 ? 'warning' : 'info',
        `${nothingToDo(plan)}${notSelectedNote(plan)}`,
        [LIST],
      );
    await confirmPush(stored, expectedFingerprint(args));
    await apply(context, stored);
  },
} as const satisfies Command;

async function apply(
  { planner, documents }: ClientContext,
  stored: Parameters<ClientContext['planner']['apply']>[0],
): Promise<void> {
  const outcome = await planner.apply(stored);
  if (outcome.kind === 'moved') {
    await showPlanDiff(outcome.plan, documents);
    throw new UserError(
      `The files or the org changed since the plan was shown, so nothing was written. ${planMessage(outcome.plan)}`,
      [{ title: 'Push', command: 'wrapsmith.push' }, LIST],
    );
  }
  await showResult(outcome.result, documents);
  const { level, text } = resultMessage(outcome.result);
  showMessage(level, text, level === 'info' ? [] : [{ title: 'Push Again', command: 'wrapsmith.push' }]);
}

function expectedFingerprint(args: readonly unknown[]): string | undefined {
  for (const argument of args) {
    if (typeof argument !== 'object' || argument === null || !('expect' in argument)) continue;
    if (typeof argument.expect === 'string') return argument.expect;
  }
  return undefined;
}
