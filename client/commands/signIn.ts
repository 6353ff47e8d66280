import type { Command } from './command.ts';

/** Signs in for the current environment; where that is none or the sandbox, asks for the region first. */
export const signIn = {
  id: 'wrapsmith.signIn',
  needs: 'trust',
  async execute({ environments, signInFlow }) {
    const current = await environments.current();
    await signInFlow(current?.kind === 'org' ? current : undefined);
  },
} as const satisfies Command;
