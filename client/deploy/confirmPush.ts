import { UserError } from '../errors.ts';
import { confirm, input } from '../ui/prompts.ts';
import { confirmationKind } from './confirmationKind.ts';
import type { StoredPlan } from './planner.ts';
import { pushConfirmation } from './words.ts';

/** The user's yes to this very plan; throws `Cancelled` without it. `expected` is the fingerprint of a reviewed plan. */
export async function confirmPush({ plan, environment }: StoredPlan, expected: string | undefined): Promise<void> {
  const { message, detail, button } = pushConfirmation(plan);
  switch (confirmationKind(plan.fingerprint, environment.protected, expected)) {
    case 'given':
      return;
    case 'dialog':
      return confirm(message, detail, button);
    case 'refused':
      throw new UserError(
        'The plan is not the one that was reviewed, so nothing was written. Review it and push again.',
      );
    case 'typed':
      await input({
        title: message,
        prompt: `${detail} This environment is protected. Type its name, ${environment.name}, to push.`,
        placeHolder: environment.name,
        wrong: (value) =>
          value.trim() === environment.name ? undefined : `Type ${environment.name} to push, or press Escape.`,
      });
  }
}
