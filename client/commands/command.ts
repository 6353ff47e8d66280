import type { ClientContext } from '../context.ts';
import type { CommandId } from './ids.ts';

/** One command. The registration wraps `execute` in the error boundary and checks what it needs. */
export interface Command {
  readonly id: CommandId;
  /** `trust`: refused with an explanation in an untrusted workspace, where files are only checked. */
  readonly needs: 'trust' | 'nothing';
  /** `args` come from menus, keybindings and other extensions: never trusted to have a type. */
  execute(context: ClientContext, ...args: readonly unknown[]): Promise<void>;
}
