import type { Command } from './command.ts';

export const showLog = {
  id: 'wrapsmith.showLog',
  needs: 'nothing',
  execute: async ({ log }) => log.show(),
} as const satisfies Command;
