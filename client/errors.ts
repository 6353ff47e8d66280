/** A button under a message: runs one command of ours or of VS Code. */
export interface ErrorAction {
  readonly title: string;
  readonly command: string;
  readonly args?: readonly unknown[];
}

/** What a command could not do, as a plain sentence for the user, with the next steps as buttons. */
export class UserError extends Error {
  readonly actions: readonly ErrorAction[];
  constructor(message: string, actions: readonly ErrorAction[] = []) {
    super(message);
    this.name = 'UserError';
    this.actions = actions;
  }
}

/** The user closed a prompt or pressed Cancel. Thrown by prompts, eaten by the error boundary. */
export class Cancelled extends Error {
  constructor() {
    super('Cancelled');
    this.name = 'Cancelled';
  }
}
