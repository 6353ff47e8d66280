import * as vscode from 'vscode';
import type { ClientContext } from '../context.ts';
import { showMessage } from '../ui/messages.ts';
import { assertTrusted } from '../workspace/trust.ts';
import { guarded } from './boundary.ts';
import type { Command } from './command.ts';

/** Registers every command behind the one error boundary. */
export function registerCommands(commands: readonly Command[], context: ClientContext): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map((command) =>
      vscode.commands.registerCommand(command.id, (...args: readonly unknown[]) =>
        guarded(
          command.id,
          () => run(command, context, args),
          context.log,
          ({ text, actions }) => showMessage('error', context.log.redactor.clean(text), actions),
        ),
      ),
    ),
  );
}

async function run(command: Command, context: ClientContext, args: readonly unknown[]): Promise<void> {
  if (command.needs === 'trust') assertTrusted();
  await command.execute(context, ...args);
}
