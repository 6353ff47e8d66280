import type { Command } from './command.ts';

/** Signs in for the current environment; where that is none or the sandbox, asks for the place first. */
export const signIn = {
  id: 'wrapsmith.signIn',
  needs: 'trust',
  async execute({ environments, signInFlow }) {
    await signInFlow(await environments.current());
  },
} as const satisfies Command;
