import { describe, expect, it } from 'vitest';
import { allowedKeys } from '#core/contract/descriptions.ts';
import {
  findInventedKey,
  findInventedValue,
  inventedKeys,
  meantRegion,
  type Place,
  placeAt,
  places,
} from '#core/contract/inventions.ts';
import { schemaAt } from '#core/contract/schema.ts';

const keysOf = (where: Place) => allowedKeys(places[where].kind, places[where].path).map(({ key }) => key);
const entries = inventedKeys.flatMap((invention) =>
  invention.where.map((where) => ({ where, invention, name: `${where}: ${invention.names[0]}` })),
);

describe('the table of invented keys', () => {
  it.each(Object.entries(places))('knows the place %s of our schemas', (_, { kind, path }) => {
    expect(schemaAt(kind, path)).toBeDefined();
  });

  it.each(entries)('$name: what is real is in our schema', ({ invention, where }) => {
    const { real, rewrite } = invention;
    if (real) expect(schemaAt(real.kind, real.path)).toBeDefined();
    if (rewrite.kind === 'toKind') expect(keysOf(where)).not.toContain(invention.names[0]);
    else if ('to' in rewrite) expect(keysOf(where)).toContain(rewrite.to);
    if (rewrite.kind === 'moveTo') expect(schemaAt(places[where].kind, rewrite.path)).toBeDefined();
    if (rewrite.kind === 'toQueues') expect(keysOf(where)).toContain('queues');
    if (rewrite.kind === 'toRegion') expect(keysOf(where)).toContain('region');
    if (rewrite.kind === 'toEvents') expect(keysOf(where)).toContain('events');
  });

  it.each(entries)(
    '$name: every spelling is found, is not a real key, and belongs to one entry',
    ({ invention, where }) => {
      for (const name of invention.names) {
        expect(keysOf(where)).not.toContain(name);
        expect(findInventedKey(where, name)).toBe(invention);
      }
    },
  );

  it('never takes a real key for an invention', () => {
    for (const { kind, path } of Object.values(places)) {
      const where = placeAt(kind, path);
      if (!where) throw new Error(`No place at ${path.join('.')}`);
      for (const key of keysOf(where)) expect(findInventedKey(where, key)).toBeUndefined();
    }
  });

  it('explains in plain sentences', () => {
    for (const { explanation } of inventedKeys) expect(explanation).toMatch(/^[A-Z][^!]*\.$/);
  });
});

describe('placeAt', () => {
  it('finds places below free keys and in lists', () => {
    expect(placeAt('WrapUpCatalog', ['codes', 7])).toBe('code');
    expect(placeAt('WrapUpCatalog', ['queues', 'Support Voice', 'afterCallWork'])).toBe('afterCallWork');
    expect(placeAt('GenesysProject', ['environments', 'prod', 'events', 0])).toBe('event');
    expect(placeAt('WrapUpCatalog', ['defaults'])).toBeUndefined();
  });
});

describe('findInventedKey', () => {
  it.each([
    ['codeName', { kind: 'renameKey', to: 'name' }],
    ['code_name', { kind: 'renameKey', to: 'name' }],
    ['codeCategoryName', { kind: 'renameKey', to: 'category' }],
    ['routingQueue', { kind: 'toQueues' }],
    ['routing_queue_id', { kind: 'toQueues' }],
    ['Routing Queue-ID', { kind: 'toQueues' }],
    ['mandatoryField', { kind: 'renameKey', to: 'mandatory' }],
    ['reporting_tags', { kind: 'renameKey', to: 'reportingTags' }],
    ['valid_from', { kind: 'renameKey', to: 'validFrom' }],
    ['wrapupCodeId', { kind: 'removeKey' }],
    ['duration', { kind: 'removeKey' }],
  ])('rewrites %s on a code', (key, rewrite) => {
    expect(findInventedKey('code', key)?.rewrite).toEqual(rewrite);
  });

  it('says that a secret must go', () => {
    expect(findInventedKey('environment', 'client_secret')).toMatchObject({
      secret: true,
      rewrite: { kind: 'removeKey' },
    });
  });

  it('says nothing about a key that nobody is known to use', () => {
    expect(findInventedKey('code', 'colour')).toBeUndefined();
    expect(findInventedKey('code', '__proto__')).toBeUndefined();
  });
});

describe('meantRegion', () => {
  it.each([
    ['us-east-1.mygen.com', 'us-east-1'],
    ['https://us-east-1.mygen.com/api/v2', 'us-east-1'],
    ['api.eu.mypurecloud.com', 'eu-west-1'],
    ['api.ap.mypurecloud.com', 'ap-southeast-2'],
    ['api.us-east-1.mypurecloud.com', 'us-east-1'],
    ['https://login.mypurecloud.de/oauth/token', 'eu-central-1'],
    ['EU-WEST-2', 'eu-west-2'],
  ])('takes %s for %s', (text, awsRegion) => {
    expect(meantRegion(text)?.awsRegion).toBe(awsRegion);
  });

  it.each(['prod.mygen.com', 'api.mypurecloud.com.evil.example', 'mypurecloud.fr', ''])(
    'cannot tell for %j',
    (text) => {
      expect(meantRegion(text)).toBeUndefined();
    },
  );
});

describe('findInventedValue', () => {
  it.each([
    ['environment', 'region', 'api.eu.mypurecloud.com', 'mypurecloud.ie'],
    ['environment', 'region', 'https://api.mypurecloud.jp', 'mypurecloud.jp'],
    ['environment', 'region', 'EU-West-1', 'eu-west-1'],
    ['environment', 'region', 'prod.mygen.com', undefined],
    ['afterCallWork', 'prompt', 'agentRequested', 'AGENT_REQUESTED'],
    ['afterCallWork', 'prompt', 'Mandatory, Time-boxed no early exit', 'MANDATORY_FORCED_TIMEOUT'],
    ['code', 'state', 'Disabled', 'retired'],
    ['event', 'on', 'routing:wrapupcode:created', 'created'],
  ] as const)('knows %s.%s: %s', (where, key, value, real) => {
    const found = findInventedValue(where, key, value);
    expect(found).toMatchObject({ where, key });
    expect(found?.real).toBe(real);
  });

  it.each([
    ['environment', 'region', 'mypurecloud.ie'],
    ['environment', 'region', 'eu-west-1'],
    ['environment', 'region', 'somewhere'],
    ['afterCallWork', 'prompt', 'MANDATORY'],
    ['afterCallWork', 'prompt', 'SOMETIMES'],
    ['code', 'state', 'retired'],
    ['event', 'on', 'updated'],
    ['code', 'name', 'Disabled'],
    ['code', 'state', 'constructor'],
  ] as const)('is silent on %s.%s: %s', (where, key, value) => {
    expect(findInventedValue(where, key, value)).toBeUndefined();
  });
});
