import type { Plan, PlanTarget } from '#core/deploy/model.ts';
import { printable } from './escape.ts';
import { CliError, type CliIo } from './io.ts';

export interface Confirmation {
  readonly yes?: true;
  /** Fingerprint of the plan that was reviewed. */
  readonly expect?: string;
  /** How the question begins, before the org's name. */
  readonly question?: string;
}

/** A protected environment wants more than a yes: its name typed, or the fingerprint of the reviewed plan. */
export async function isConfirmed(
  plan: Pick<Plan, 'org' | 'fingerprint'>,
  target: PlanTarget,
  options: Confirmation,
  io: Pick<CliIo, 'ask' | 'signal' | 'stderr'>,
): Promise<boolean> {
  if (options.yes === true) {
    if (!target.protected || options.expect !== undefined) return true;
    throw new CliError(
      `"${target.name}" is protected: --yes also needs --expect with the fingerprint of the plan that was reviewed (now ${plan.fingerprint}).`,
    );
  }
  const where = `${plan.org.name} (${target.name})`;
  const start = options.question ?? 'Push to';
  const [question, wanted] = target.protected
    ? [`${start} ${where}, which is protected? Type ${target.name} to go on: `, target.name]
    : [`${start} ${where}? Type yes to go on: `, 'yes'];
  const answer = (await io.ask?.(printable(question), io.signal))?.trim() ?? '';
  if (answer === wanted) return true;
  const meantYes = ['y', 'yes', wanted.toLowerCase()].includes(answer.toLowerCase());
  io.stderr.write(
    meantYes ? `Nothing was pushed: the answer has to be exactly ${printable(wanted)}.\n` : 'Nothing was pushed.\n',
  );
  return false;
}
