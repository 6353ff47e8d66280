import * as vscode from 'vscode';
import { regions } from '#core/contract/regions.ts';
import { wrongPrivateKey } from '#core/genesys/index.ts';
import { Cancelled, UserError } from '../errors.ts';
import { input, pick, type Choice } from '../ui/prompts.ts';
import { GATEWAY_SETTING } from './coreCredentials.ts';
import type { SignInKind } from './credentials.ts';
import type { SignInPlace } from './session.ts';
import { userGateway } from './userSettings.ts';

/** The questions of a sign-in. Each throws `Cancelled` when it is closed. */

/** The sandbox first where that is the current environment. */
export function askPlace(sandboxFirst: boolean): Promise<SignInPlace> {
  const published = regions.map(
    ({ name, domain, awsRegion }): Choice<SignInPlace> => ({
      label: name,
      description: domain,
      detail: awsRegion,
      value: { kind: 'region', region: domain },
    }),
  );
  const sandbox: Choice<SignInPlace> = {
    label: '$(beaker) Sandbox',
    detail: 'As one of the users of the org inside this window. No password, nothing leaves this machine.',
    value: { kind: 'sandbox' },
  };
  return pick(sandboxFirst ? [sandbox, ...published] : [...published, sandbox], {
    title: 'Sign In to Genesys Cloud',
    placeHolder: 'The region of the organisation',
  });
}

/** The best way first. */
export function askKind(title: string): Promise<SignInKind> {
  const kinds: readonly Choice<SignInKind>[] = [
    {
      label: '$(globe) With the Browser',
      detail:
        'As yourself, on the login page of Genesys Cloud. Needs an OAuth client for code authorization with PKCE.',
      value: 'browser',
    },
    {
      label: '$(key) As an OAuth Client',
      detail: 'With a client id and a secret of the grant Client Credentials. For machines and for tests.',
      value: 'client',
    },
    {
      label: '$(server) At an Identity Gateway',
      detail:
        'With a JWT that is signed here (RFC 7523). Genesys Cloud itself has no such sign-in: only for who runs a gateway in front of it.',
      value: 'gateway',
    },
  ];
  return pick(kinds, { title, placeHolder: 'How do you want to sign in?' });
}

const GRANTS: Readonly<Record<SignInKind, string>> = {
  browser: 'Client id of an OAuth client with the grant Code Authorization and PKCE',
  client: 'Client id of an OAuth client with the grant Client Credentials',
  gateway: 'Client id that the identity gateway knows you by',
};

/** `earlier` is what was entered the last time. */
export function askClientId(title: string, kind: SignInKind, earlier: string | undefined): Promise<string> {
  return input({
    title,
    prompt: GRANTS[kind],
    placeHolder: '00000000-0000-0000-0000-000000000000',
    ...(earlier === undefined ? {} : { value: earlier }),
    wrong: (value) => (/^\s*[\w-]+\s*$/.test(value) ? undefined : 'The client id has letters, digits and hyphens.'),
  });
}

export function askSecret(title: string): Promise<string> {
  return input({
    title,
    prompt: 'Client secret. It is kept in the secret storage of the editor.',
    password: true,
    wrong: (value) => (value.trim() === '' ? 'The secret is empty.' : undefined),
  });
}

/** A private key of a file; the file itself is not needed any more. Throws a `UserError` where nothing can be done with it. */
export async function askKey(): Promise<string> {
  const gateway = userGateway();
  if (!gateway.ok) throw new UserError(gateway.why, [GATEWAY_SETTING]);
  const files = await vscode.window.showOpenDialog({
    title: 'Private Key for the Identity Gateway (PKCS #8, PEM)',
    openLabel: 'Use This Key',
    filters: { 'Private key': ['pem', 'key', 'p8'], 'All files': ['*'] },
  });
  const file = files?.[0];
  if (!file) throw new Cancelled();
  const key = new TextDecoder().decode(await vscode.workspace.fs.readFile(file)).trim();
  const wrong = await wrongPrivateKey(key);
  if (wrong !== undefined) throw new UserError(wrong);
  return key;
}
