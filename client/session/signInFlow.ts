import { regions } from '#core/contract/regions.ts';
import { input, pick } from '../ui/prompts.ts';
import { showMessage } from '../ui/messages.ts';
import { withProgress } from '../ui/progress.ts';
import type { Redactor } from '../ui/redactor.ts';
import type { Account } from './accounts.ts';
import type { OrgEnvironment } from './environments.ts';
import type { Session } from './session.ts';

/** Asks for a region (unless an environment fixes it), a client id and its secret, and signs in with them. */
export type SignInFlow = (environment: OrgEnvironment | undefined) => Promise<Account>;

export function signInFlow(session: Session, redactor: Redactor): SignInFlow {
  return async (environment) => {
    const region = environment?.region.domain ?? (await askRegion());
    const title = `Sign In to Genesys Cloud (${environment ? `${environment.name}, ` : ''}${region})`;
    const clientId = await input({
      title,
      prompt: 'Client id of an OAuth client with the grant Client Credentials',
      placeHolder: '00000000-0000-0000-0000-000000000000',
      wrong: (value) => (/^\s*[\w-]+\s*$/.test(value) ? undefined : 'The client id has letters, digits and hyphens.'),
    });
    const clientSecret = await input({
      title,
      prompt: 'Client secret. It is kept in the secret storage of the editor.',
      password: true,
      wrong: (value) => (value.trim() === '' ? 'The secret is empty.' : undefined),
    });
    redactor.know(clientSecret);
    const account = await withProgress(`Signing in at ${region}`, (_report, signal) =>
      session.signIn({ region, clientId, clientSecret }, environment, signal),
    );
    const signedIn = `Signed in to ${account.organization.name}.`;
    if (environment) showMessage('info', signedIn);
    else
      showMessage(
        'info',
        `${signedIn} To plan and push there, switch to an environment that genesys.yaml names for ${region}.`,
        [{ title: 'Switch Environment', command: 'wrapsmith.switchEnvironment' }],
      );
    return account;
  };
}

function askRegion(): Promise<string> {
  return pick(
    regions.map(({ name, domain, awsRegion }) => ({
      label: name,
      description: domain,
      detail: awsRegion,
      value: domain,
    })),
    { title: 'Sign In to Genesys Cloud', placeHolder: 'The region of the organisation' },
  );
}
