import * as vscode from 'vscode';
import type { GenesysProject } from '#core/contract/generated/files.ts';
import { showMessage } from '../ui/messages.ts';
import { pick, type Choice } from '../ui/prompts.ts';
import { withoutIcons } from '../ui/plain.ts';
import { withProgress } from '../ui/progress.ts';
import { environmentNamed, environmentsOf, type Environment } from './environments.ts';
import type { Session } from './session.ts';

/** The environments of the file at hand, and which of them is the current one. */
export interface EnvironmentService {
  current(): Promise<Environment | undefined>;
  /** Lets the user choose one; throws `Cancelled`. */
  ask(): Promise<Environment>;
  /** The chosen one where the project at hand knows it, else the user's choice, which is remembered. */
  currentOrAsk(project: GenesysProject | undefined): Promise<Environment>;
  /** Makes it the current one, and shows which org that is. */
  enter(environment: Environment): Promise<void>;
}

/** `projectAtHand` reads the `genesys.yaml` of the active file. */
export function environmentService(
  session: Session,
  projectAtHand: () => Promise<GenesysProject | undefined>,
): EnvironmentService {
  const ask = async (project: GenesysProject | undefined): Promise<Environment> => {
    const chosen = session.chosen();
    const choices = await Promise.all(
      environmentsOf(project).map((environment) => choiceOf(session, environment, environment.name === chosen)),
    );
    return pick(choices, { title: 'Environment', placeHolder: 'Where should plan and push go?' });
  };
  return {
    current: async () => environmentNamed(session.chosen(), await projectAtHand()),
    ask: async () => ask(await projectAtHand()),
    async currentOrAsk(project) {
      const known = environmentNamed(session.chosen(), project);
      if (known) return known;
      const environment = await ask(project);
      await session.choose(environment);
      return environment;
    },
    async enter(environment) {
      await session.choose(environment);
      const state = await session.stateOf(environment);
      if (environment.kind === 'org' && state.kind === 'signedOut') {
        return showMessage('info', `The environment is ${environment.name}. Nobody is signed in there.`, [
          { title: 'Sign In', command: 'wrapsmith.signIn' },
        ]);
      }
      const title = environment.kind === 'sandbox' ? 'Starting the sandbox' : `Connecting to ${environment.name}`;
      const { organization } = await withProgress(title, (_report, signal) => session.open(environment, signal));
      // The status bar item says it from now on; this is for whoever looks elsewhere, and goes away by itself.
      vscode.window.setStatusBarMessage(
        withoutIcons(`Plan and push work with ${organization.name}, environment ${environment.name}.`),
        5000,
      );
    },
  };
}

async function choiceOf(session: Session, environment: Environment, current: boolean): Promise<Choice<Environment>> {
  const state = await session.stateOf(environment);
  const organization = state.kind === 'ready' ? state.organization : undefined;
  const marks = [environment.protected ? '$(lock) protected' : '', current ? '$(check) current' : '']
    .filter(Boolean)
    .join('  ');
  if (environment.kind === 'sandbox') {
    return {
      label: '$(beaker) Sandbox',
      description: marks,
      detail: 'An org inside this window. No account, nothing leaves this machine.',
      value: environment,
    };
  }
  const who = organization ?? 'signed out';
  return {
    label: `$(cloud) ${withoutIcons(environment.name)}`,
    description: marks,
    detail: `${withoutIcons(who)}, ${environment.region.name} (${environment.region.domain})`,
    value: environment,
  };
}
