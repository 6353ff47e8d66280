import { describe, expect, it } from 'vitest';
import { credentialsFor } from '#cli/credentials.ts';
import { destinationFor } from '#cli/target.ts';
import type { GenesysProject } from '#core/contract/generated/files.ts';

const PROJECT: GenesysProject = {
  kind: 'GenesysProject',
  environments: {
    dev: { region: 'mypurecloud.ie' },
    prod: { region: 'eu-central-1', org: '0a2c', protected: true },
  },
};

describe('the org that is meant', () => {
  it('is an environment of genesys.yaml', () => {
    expect(destinationFor({ env: 'prod' }, PROJECT, {})).toMatchObject({
      target: { apiUrl: 'https://api.mypurecloud.de' },
      planTarget: { name: 'prod', org: '0a2c', protected: true },
    });
  });

  it('is the region of the environment variable, by domain or AWS name, where no project names environments', () => {
    for (const GENESYSCLOUD_REGION of ['mypurecloud.ie', 'eu-west-1']) {
      expect(destinationFor({}, undefined, { GENESYSCLOUD_REGION })).toMatchObject({
        target: { loginUrl: 'https://login.mypurecloud.ie' },
        planTarget: { name: 'mypurecloud.ie', protected: false },
      });
    }
  });

  it('is a sandbox on this machine', () => {
    expect(destinationFor({ sandbox: 'http://127.0.0.1:4010' }, PROJECT, {})).toMatchObject({
      target: { apiUrl: 'http://127.0.0.1:4010' },
      planTarget: { name: 'Sandbox', protected: false },
    });
  });

  it.each([
    [
      'which environment',
      {},
      PROJECT,
      { GENESYSCLOUD_REGION: 'eu-west-1' },
      'Say which environment is meant: --env dev or --env prod.',
    ],
    ['no org', {}, undefined, {}, /^No org is named\./],
    [
      'an environment that is not there',
      { env: 'qa' },
      PROJECT,
      {},
      'genesys.yaml has no environment "qa". It has: dev, prod.',
    ],
    ['a name that every object has', { env: 'constructor' }, PROJECT, {}, /has no environment "constructor"/],
    [
      'credentials of another region',
      { env: 'dev' },
      PROJECT,
      { GENESYSCLOUD_REGION: 'eu-central-1' },
      /GENESYSCLOUD_REGION is eu-central-1/,
    ],
    [
      'a host as a region',
      {},
      undefined,
      { GENESYSCLOUD_REGION: 'evil.example' },
      /not a published Genesys Cloud region/,
    ],
    ['a sandbox elsewhere', { sandbox: 'http://sandbox.example' }, undefined, {}, /may not leave this machine/],
    [
      'a sandbox that hides its host',
      { sandbox: 'http://127.0.0.1@evil.example/' },
      undefined,
      {},
      /may not leave this machine/,
    ],
  ])('is never guessed: %s', (_, options, project, env, message) => {
    expect(() => destinationFor(options, project, env)).toThrow(message);
  });
});

describe('the sign-in', () => {
  const client = { GENESYSCLOUD_OAUTHCLIENT_ID: 'id', GENESYSCLOUD_OAUTHCLIENT_SECRET: 'secret' };

  it('is a token before it is a client', () => {
    expect(credentialsFor({}, { env: { ...client, GENESYSCLOUD_ACCESS_TOKEN: 'token' } })).toEqual({
      kind: 'accessToken',
      accessToken: 'token',
    });
    expect(credentialsFor({}, { env: client })).toEqual({
      kind: 'clientCredentials',
      clientId: 'id',
      clientSecret: 'secret',
    });
    expect(credentialsFor({}, { env: { GENESYSCLOUD_ACCESS_TOKEN: 'token\n' } })).toEqual({
      kind: 'accessToken',
      accessToken: 'token',
    });
  });

  it('never shows a token of a real org to a sandbox', () => {
    const sandbox = { sandbox: 'http://127.0.0.1:1' };
    expect(credentialsFor(sandbox, { env: { ...client, GENESYSCLOUD_ACCESS_TOKEN: 'token' } })).toMatchObject({
      kind: 'clientCredentials',
    });
    expect(() => credentialsFor(sandbox, { env: { GENESYSCLOUD_ACCESS_TOKEN: 'token' } })).toThrow(
      /the sandbox printed/,
    );
  });

  it.each([{}, { GENESYSCLOUD_OAUTHCLIENT_ID: 'id' }, { ...client, GENESYSCLOUD_OAUTHCLIENT_SECRET: '' }])(
    'is missing with %o',
    (env) => {
      expect(() => credentialsFor({}, { env })).toThrow(/^Not signed in: set GENESYSCLOUD_OAUTHCLIENT_ID and/);
    },
  );

  it('is a person with a browser where there is a client without a secret, and somebody to ask', () => {
    const env = { GENESYSCLOUD_OAUTHCLIENT_ID: 'id' };
    const ask = async () => '';
    expect(credentialsFor({}, { env, ask })).toEqual({ kind: 'browser', clientId: 'id' });
    expect(credentialsFor({}, { env: client, ask })).toMatchObject({ kind: 'clientCredentials' });
  });

  const gateway = {
    WRAPSMITH_GATEWAY_URL: 'https://gateway.example.com/oauth/token',
    WRAPSMITH_GATEWAY_KEY: '-----BEGIN PRIVATE KEY-----\\ncanary\\n-----END PRIVATE KEY-----\\n',
  };

  it('is a JWT where a gateway is named, with a key that a CI system keeps in one line', () => {
    expect(credentialsFor({}, { env: { ...client, ...gateway } })).toEqual({
      kind: 'jwtBearer',
      clientId: 'id',
      privateKey: '-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----',
      gateway: { tokenUrl: 'https://gateway.example.com/oauth/token' },
    });
  });

  it.each([
    [gateway, /^Not signed in: WRAPSMITH_GATEWAY_URL also needs/],
    [{ ...client, ...gateway, WRAPSMITH_GATEWAY_KEY: ' ' }, /^Not signed in: WRAPSMITH_GATEWAY_URL also needs/],
    [{ ...client, ...gateway, WRAPSMITH_GATEWAY_URL: 'http://canary.example/' }, /^WRAPSMITH_GATEWAY_URL is not right/],
  ])('is refused at a gateway with %o, without repeating it', (env, message) => {
    expect(() => credentialsFor({}, { env })).toThrow(message);
    expect(() => credentialsFor({}, { env })).not.toThrow(/canary/);
  });
});
