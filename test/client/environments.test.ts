import { describe, expect, test } from 'vitest';
import type { GenesysProject } from '#core/contract/generated/files.ts';
import { environmentNamed, environmentsOf, isSameEnvironment, SANDBOX } from '#client/session/environments.ts';

const project: GenesysProject = {
  kind: 'GenesysProject',
  environments: {
    dev: { region: 'mypurecloud.ie' },
    prod: { region: 'eu-west-1', org: '0a2c7e10-0000-4000-8000-000000000001', protected: true },
  },
};

describe('environments', () => {
  test('are those of the project in its order, then the sandbox', () => {
    expect(environmentsOf(project).map(({ name }) => name)).toEqual(['dev', 'prod', 'Sandbox']);
  });

  test('an AWS name and a domain lead to the same region', () => {
    const [dev, prod] = environmentsOf(project);
    expect(dev).toMatchObject({ kind: 'org', region: { domain: 'mypurecloud.ie' }, protected: false });
    expect(prod).toMatchObject({
      region: { domain: 'mypurecloud.ie' },
      protected: true,
      org: '0a2c7e10-0000-4000-8000-000000000001',
    });
  });

  test('a file cannot lead to a host that is not published', () => {
    const hostile: GenesysProject = JSON.parse(
      '{"kind":"GenesysProject","environments":{"dev":{"region":"evil.example"}}}',
    );
    expect(environmentsOf(hostile)).toEqual([SANDBOX]);
  });

  test('a file cannot give the name Sandbox to a real org', () => {
    const sly: GenesysProject = { kind: 'GenesysProject', environments: { sandbox: { region: 'mypurecloud.ie' } } };
    expect(environmentsOf(sly)).toEqual([SANDBOX]);
  });

  test('without a project there is the sandbox', () => {
    expect(environmentsOf(undefined)).toEqual([SANDBOX]);
    expect(environmentNamed('Sandbox', undefined)).toBe(SANDBOX);
  });

  test('a remembered name that the project no longer knows stands for nothing', () => {
    expect(environmentNamed('staging', project)).toBeUndefined();
    expect(environmentNamed(undefined, project)).toBeUndefined();
  });
});

describe('an environment', () => {
  const [dev, prod] = environmentsOf(project);
  if (!dev || prod?.kind !== 'org') throw new Error('two environments');

  test('is the same while its place and its guards are', () => {
    expect(isSameEnvironment(prod, { ...prod })).toBe(true);
    expect(isSameEnvironment(SANDBOX, SANDBOX)).toBe(true);
  });

  test('is another one with another region, org or protection, and the sandbox is none of them', () => {
    const region = { ...prod.region, domain: 'mypurecloud.de' };
    const { org: _, ...unbound } = prod;
    for (const other of [
      { ...prod, region },
      unbound,
      { ...prod, protected: false },
      { ...prod, name: 'dev' },
      SANDBOX,
    ])
      expect(isSameEnvironment(prod, other)).toBe(false);
    expect(isSameEnvironment(SANDBOX, prod)).toBe(false);
  });
});
