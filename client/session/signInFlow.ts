import { showMessage } from '../ui/messages.ts';
import { withProgress } from '../ui/progress.ts';
import type { Redactor } from '../ui/redactor.ts';
import type { Account } from './accounts.ts';
import type { SignInRequest } from './credentials.ts';
import type { Environment } from './environments.ts';
import type { Session } from './session.ts';
import { askClientId, askKey, askKind, askPlace, askSecret } from './signInQuestions.ts';

/** Asks for a place (unless an environment fixes it), a way to sign in and what it needs, and signs in. */
export type SignInFlow = (environment: Environment | undefined) => Promise<Account>;

export function signInFlow(session: Session, redactor: Redactor): SignInFlow {
  return async (environment) => {
    const expected = environment?.kind === 'org' ? environment : undefined;
    const place = expected ? ({ kind: 'region', region: expected.region.domain } as const) : await askPlace();
    const where = place.kind === 'region' ? place.region : 'the sandbox';
    const title = `Sign In to Genesys Cloud (${expected ? `${expected.name}, ` : ''}${where})`;
    const kind = await askKind(title);
    const earlier = (await session.accounts()).findLast((one) => one.region === where && one.kind === kind);
    const clientId = await askClientId(title, kind, earlier?.clientId);
    const request = await requestOf(title, kind, clientId, redactor);
    const waiting =
      kind === 'browser'
        ? `Waiting for the browser to sign you in at ${where}. Cancel if you have closed it`
        : `Signing in at ${where}`;
    const account = await withProgress(waiting, (_report, signal) => session.signIn(request, place, expected, signal));
    tell(account, expected !== undefined || place.kind === 'sandbox');
    return account;
  };
}

async function requestOf(
  title: string,
  kind: SignInRequest['kind'],
  clientId: string,
  redactor: Redactor,
): Promise<SignInRequest> {
  if (kind === 'browser') return { kind, clientId };
  if (kind === 'gateway') return { kind, clientId, privateKey: await askKey() };
  const clientSecret = await askSecret(title);
  redactor.know(clientSecret);
  return { kind, clientId, clientSecret };
}

/** `settled`: the environment that is current leads there already. */
function tell({ organization, region }: Account, settled: boolean): void {
  const signedIn = `Signed in to ${organization.name}.`;
  if (settled) return showMessage('info', signedIn);
  showMessage(
    'info',
    `${signedIn} To plan and push there, switch to an environment that genesys.yaml names for ${region}.`,
    [{ title: 'Switch Environment', command: 'wrapsmith.switchEnvironment' }],
  );
}
