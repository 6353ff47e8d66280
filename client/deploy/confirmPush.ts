import { UserError } from '../errors.ts';
import { confirm, input } from '../ui/prompts.ts';
import type { StoredPlan } from './planner.ts';
import { pushConfirmation } from './words.ts';

/**
 * The user's yes to this very plan; throws `Cancelled` without it. A protected environment asks for its
 * name in any case. Elsewhere the fingerprint of a reviewed plan stands for the yes, and refuses any other plan.
 */
export async function confirmPush({ plan, environment }: StoredPlan, expected: string | undefined): Promise<void> {
  if (expected !== undefined && expected !== plan.fingerprint) {
    throw new UserError('The plan is not the one that was reviewed, so nothing was written. Review it and push again.');
  }
  const { message, detail, button } = pushConfirmation(plan);
  if (environment.protected) {
    await input({
      title: message,
      prompt: `${detail} This environment is protected. Type its name, ${environment.name}, to push.`,
      placeHolder: environment.name,
      validateInput: (value) =>
        value.trim() === environment.name ? undefined : `Type ${environment.name} to push, or press Escape.`,
    });
  } else if (expected === undefined) {
    await confirm(message, detail, button);
  }
}
