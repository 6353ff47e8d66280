import type { InventedKey, RealPlace } from './model.ts';

const environment = (...path: string[]): RealPlace => ({
  kind: 'GenesysProject',
  path: ['environments', '*', ...path],
});

/** Keys that are written in `genesys.yaml` and are not there. */
export const projectKeys: readonly InventedKey[] = [
  {
    names: [
      'clientSecret',
      'oauthClientSecret',
      'secret',
      'password',
      'privateKey',
      'privateKeyPem',
      'accessToken',
      'token',
      'bearerToken',
      'refreshToken',
      'apiKey',
    ],
    where: ['project', 'environment', 'event', 'head', 'details', 'aggregates', 'survey'],
    explanation:
      'A secret must never stand in a file. Remove it here, replace it in the org if the file was shared, and sign in through the editor or with GENESYSCLOUD_OAUTHCLIENT_SECRET.',
    rewrite: { kind: 'removeKey' },
    secret: true,
  },
  {
    names: ['clientId', 'oauthClientId', 'credentials', 'oauth', 'auth', 'grantType', 'username'],
    where: ['project', 'environment', 'head', 'details', 'aggregates', 'survey'],
    explanation:
      "How to sign in is not part of the project. Use the editor's sign-in, or GENESYSCLOUD_OAUTHCLIENT_ID and GENESYSCLOUD_OAUTHCLIENT_SECRET.",
    rewrite: { kind: 'removeKey' },
  },
  {
    names: ['scope', 'scopes', 'requiredScopes', 'permissions'],
    where: ['project', 'environment', 'head'],
    explanation:
      'Scopes such as `routing:wrapupcode:write` do not exist. What a client may do follows from its roles, with permissions such as `routing:wrapupCode:add`.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: [
      'host',
      'hostname',
      'regionHost',
      'apiHost',
      'loginHost',
      'baseUrl',
      'basePath',
      'apiUrl',
      'oauthUrl',
      'tokenUrl',
      'loginUrl',
      'url',
      'domain',
      'awsRegion',
      'env',
    ],
    where: ['environment'],
    real: environment('region'),
    explanation: 'A project names a published region and never a host. Use `region`, with its domain or AWS name.',
    rewrite: { kind: 'toRegion' },
  },
  {
    names: ['region', 'host', 'regionHost', 'baseUrl', 'oauthUrl', 'apiHost', 'env'],
    where: ['project'],
    real: environment('region'),
    explanation: 'The region belongs to an environment: `region`, under its name in `environments`.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: ['orgId', 'organizationId', 'organisationId', 'organization', 'organisation'],
    where: ['environment'],
    real: environment('org'),
    explanation: "The organization's id is `org`.",
    rewrite: { kind: 'renameKey', to: 'org' },
  },
  {
    names: ['webhook', 'webhooks', 'webhookUrl', 'callbackUrl'],
    where: ['environment'],
    real: environment('events'),
    explanation:
      'The API has no webhooks for wrap-up codes. After a push the product itself tells the addresses under `events`.',
    rewrite: { kind: 'toEvents' },
  },
  {
    names: ['webhook', 'webhooks', 'webhookUrl', 'callbackUrl', 'events', 'eventTypes'],
    where: ['project'],
    real: environment('events'),
    explanation:
      'The API has no webhooks for wrap-up codes. Addresses to tell about changes stand under an environment, in `events`.',
    rewrite: { kind: 'removeKey' },
  },
  {
    names: ['callbackUrl', 'webhookUrl', 'uri', 'endpoint', 'target'],
    where: ['event'],
    real: environment('events', '*', 'url'),
    explanation: 'The address is `url`.',
    rewrite: { kind: 'renameKey', to: 'url' },
  },
  {
    names: ['eventTypes', 'eventType', 'events', 'topics'],
    where: ['event'],
    real: environment('events', '*', 'on'),
    explanation: 'Which changes are sent is a list under `on`: created, updated, deleted.',
    rewrite: { kind: 'renameKey', to: 'on' },
  },
  {
    names: ['filters', 'name', 'description'],
    where: ['event'],
    explanation: 'An event entry has `url` and `on` only.',
    rewrite: { kind: 'removeKey' },
  },
];
