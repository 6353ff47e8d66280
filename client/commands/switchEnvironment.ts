import type { Command } from './command.ts';

/** The only way to another environment: an explicit choice of the user. */
export const switchEnvironment = {
  id: 'wrapsmith.switchEnvironment',
  needs: 'trust',
  async execute({ environments }) {
    const environment = await environments.ask();
    await environments.enter(environment);
  },
} as const satisfies Command;
