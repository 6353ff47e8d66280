/** What a sign-in keeps secret stands in no log, answer or error of the sandbox but where it was given. */
import { expect, test } from 'vitest';
import { apiWith, requestToken, signIn } from '../support.ts';
import { openControlled } from '../control/support.ts';
import { answerPage, authorizeUrl, exchange, newProof, open, post, target, type Tokens, userTitled } from './signIn.ts';

test('a full run with every sign-in kind leaves no secret behind', async () => {
  const { sandbox, remote } = await openControlled({ switches: { pkceRefreshToken: 'given' } });
  const secrets = new Set<string>([
    sandbox.clientSecret,
    sandbox.apps.web.secret ?? '',
    sandbox.control?.secret ?? '',
    'canary-secret',
    'canary-state',
    'canary-assertion',
    'canary-token',
  ]);
  const said: string[] = [];
  const keep = async (response: Response): Promise<void> => void said.push(await response.text());

  // A person, through the browser.
  const proof = newProof();
  const url = authorizeUrl(sandbox, { code_challenge: proof.challenge, state: 'canary-state' });
  const html = await (await open(url)).text();
  secrets.add(/name="page" value="([^"]+)"/.exec(html)?.[1] ?? '');
  const back = target(await answerPage(url, html, 'allow', userTitled(sandbox, 'Planner').id));
  const code = back.searchParams.get('code') ?? '';
  const tokens = (await (await exchange(sandbox, code, proof)).json()) as Tokens;
  for (const one of [code, proof.verifier, proof.challenge, tokens.access_token, tokens.refresh_token ?? '']) {
    secrets.add(one);
  }
  const refreshed = (await (
    await post(sandbox, {
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh_token ?? '',
      client_id: sandbox.apps.desktop.id,
    })
  ).json()) as Tokens;
  secrets.add(refreshed.access_token).add(refreshed.refresh_token ?? '');
  const api = apiWith(sandbox, refreshed.access_token);
  said.push(JSON.stringify((await api.get('/api/v2/users/me')).body));
  said.push(JSON.stringify((await api.get('/api/v2/tokens/me')).body));

  // A client, a gateway that is not open, and everything that goes wrong.
  const client = await signIn(sandbox);
  secrets.add(client.token);
  said.push(JSON.stringify((await client.get('/api/v2/authorization/subjects/me')).body));
  await keep(await requestToken(sandbox, sandbox.clientId, 'canary-secret'));
  await keep(await exchange(sandbox, code, proof));
  await keep(await post(sandbox, { grant_type: 'refresh_token', refresh_token: 'canary-token', client_id: 'x' }));
  await keep(await post(sandbox, { grant_type: 'x', client_secret: 'canary-secret', assertion: 'canary-assertion' }));
  await keep(await fetch(`${sandbox.url}/gateway/oauth/token?assertion=canary-assertion`, { method: 'POST' }));
  said.push(JSON.stringify((await apiWith(sandbox, 'canary-token').get('/api/v2/tokens/me')).body));
  await keep(await fetch(`${sandbox.url}/api/v2/tokens/me?access_token=canary-token`));
  await keep(await open(authorizeUrl(sandbox, { client_id: 'nobody', state: 'canary-state' })));
  await remote.fault({ fault: { kind: 'html', when: 'before', status: 502 } });
  await keep(await fetch(`${sandbox.url}/oauth/token`, { method: 'POST', body: 'client_secret=canary-secret' }));
  await keep(
    await fetch(`${sandbox.control?.url ?? ''}/faults`, { headers: { Authorization: 'Bearer canary-token' } }),
  );
  for (const path of ['requests', 'faults', 'switches'])
    said.push(JSON.stringify((await remote.send('GET', path)).body));

  const everything = `${JSON.stringify(sandbox.log)}\n${said.join('\n')}`;
  // The second use of the code ended the sign-in, so the tokens are dead; they are no less secret for it.
  for (const secret of secrets) {
    expect(secret).not.toBe('');
    expect(everything).not.toContain(secret);
  }
  expect(sandbox.log.length).toBeGreaterThan(12);
});
