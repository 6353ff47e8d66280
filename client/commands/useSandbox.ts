import { SANDBOX } from '../session/environments.ts';
import type { Command } from './command.ts';

export const useSandbox = {
  id: 'wrapsmith.useSandbox',
  needs: 'trust',
  execute: ({ environments }) => environments.enter(SANDBOX),
} as const satisfies Command;
