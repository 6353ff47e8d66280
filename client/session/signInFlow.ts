import { showMessage } from '../ui/messages.ts';
import { withProgress } from '../ui/progress.ts';
import type { Redactor } from '../ui/redactor.ts';
import type { Account } from './accounts.ts';
import type { SignInRequest } from './credentials.ts';
import type { Environment, OrgEnvironment } from './environments.ts';
import type { Session, SignInPlace } from './session.ts';
import { askClientId, askKey, askKind, askPlace, askSecret } from './signInQuestions.ts';

/** Asks for a place (unless an environment fixes it), a way to sign in and what it needs, and signs in. */
export type SignInFlow = (environment: Environment | undefined) => Promise<Account>;

export function signInFlow(session: Session, redactor: Redactor): SignInFlow {
  return async (environment) => {
    const expected = environment?.kind === 'org' ? environment : undefined;
    const place: SignInPlace = expected ? regionOf(expected) : await askPlace(environment?.kind === 'sandbox');
    const where = place.kind === 'region' ? place.region : 'the sandbox';
    const title = `Sign In to Genesys Cloud (${expected ? `${expected.name}, ` : ''}${where})`;
    const request = place.kind === 'sandbox' ? await asGuest(session) : await asked(title, place, session, redactor);
    const waiting =
      request.kind === 'browser' ? `Waiting for the browser to sign you in at ${where}` : `Signing in at ${where}`;
    const account = await withProgress(waiting, (_report, signal) => session.signIn(request, place, expected, signal));
    tell(account, place, expected !== undefined || environment?.kind === place.kind);
    return account;
  };
}

const regionOf = ({ region }: OrgEnvironment): SignInPlace => ({ kind: 'region', region: region.domain });

/** The sandbox knows who asks: there is nothing to choose but the user, on its page. */
async function asGuest(session: Session): Promise<SignInRequest> {
  return { kind: 'browser', clientId: await session.sandboxSignInClient() };
}

async function asked(
  title: string,
  { region }: { readonly region: string },
  session: Session,
  redactor: Redactor,
): Promise<SignInRequest> {
  const kind = await askKind(title);
  const earlier = (await session.accounts()).findLast((one) => one.region === region && one.kind === kind);
  const clientId = await askClientId(title, kind, earlier?.clientId);
  if (kind === 'browser') return { kind, clientId };
  if (kind === 'gateway') return { kind, clientId, privateKey: await askKey() };
  const clientSecret = await askSecret(title);
  redactor.know(clientSecret);
  return { kind, clientId, clientSecret };
}

/** `settled`: the environment that is current leads there already. */
function tell({ organization, region }: Account, place: SignInPlace, settled: boolean): void {
  const signedIn = `Signed in to ${organization.name}.`;
  if (settled) return showMessage('info', signedIn);
  if (place.kind === 'sandbox') {
    return showMessage('info', `${signedIn} To plan and push there, use the sandbox.`, [
      { title: 'Use the Sandbox', command: 'wrapsmith.useSandbox' },
    ]);
  }
  showMessage(
    'info',
    `${signedIn} To plan and push there, switch to an environment that genesys.yaml names for ${region}.`,
    [{ title: 'Switch Environment', command: 'wrapsmith.switchEnvironment' }],
  );
}
