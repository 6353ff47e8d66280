/** Core's facts and the committed extracts of the published API say the same. */
import { describe, expect, it } from 'vitest';
import { CODES_PER_QUEUE_CALL, AFTER_CALL_WORK_TIMEOUT, namingRules } from '#core/contract/limits.ts';
import { systemCodeNames } from '#core/contract/generated/api.ts';
import { permissionsOf } from '#core/contract/permissions.ts';
import { findRegion, hostOf, regionOfHost, regions } from '#core/contract/regions.ts';
import { isDefaultCode, isReservedName } from '#core/contract/systemCodes.ts';
import { allowedKeys, allowedValues } from '#core/contract/descriptions.ts';
import endpoints from '#schemas/api/endpoints.json' with { type: 'json' };
import models from '#schemas/api/models.json' with { type: 'json' };
import facts from '#schemas/api/regions.json' with { type: 'json' };

describe('regions', () => {
  it('are the 18 published ones', () => {
    expect(regions).toHaveLength(18);
    expect(
      regions.map(({ domain, awsRegion, apiHost, loginHost }) => ({ domain, awsRegion, apiHost, loginHost })),
    ).toEqual(
      facts.regions.map(({ domain, awsRegion, apiHost, loginHost }) => ({ domain, awsRegion, apiHost, loginHost })),
    );
  });

  it('are what `region` takes, each by domain and by AWS name, with the other one in its words', () => {
    const values = allowedValues('GenesysProject', ['environments', '*', 'region']);
    expect(values.map(({ value }) => value)).toEqual([
      ...regions.map(({ domain }) => domain),
      ...regions.map(({ awsRegion }) => awsRegion),
    ]);
    for (const { value, description } of values) {
      const region = findRegion(String(value));
      expect(description).toContain(value === region?.domain ? region?.awsRegion : region?.domain);
    }
  });

  it('are found by both names, and a host is none of them', () => {
    expect(findRegion('eu-west-1')).toBe(findRegion('mypurecloud.ie'));
    expect(findRegion(' MyPureCloud.IE ')?.apiHost).toBe('api.mypurecloud.ie');
    expect(findRegion('api.mypurecloud.ie')).toBeUndefined();
    expect(findRegion('')).toBeUndefined();
  });

  it('are told from hosts and addresses, never from a host that only begins or ends like one', () => {
    expect(hostOf('https://api.mypurecloud.ie:443/api/v2?x#y')).toBe('api.mypurecloud.ie');
    expect(regionOfHost('https://login.mypurecloud.ie/oauth/token')?.domain).toBe('mypurecloud.ie');
    expect(regionOfHost('api.mypurecloud.ie.example.com')).toBeUndefined();
    expect(regionOfHost('evilmypurecloud.ie')).toBeUndefined();
  });
});

describe('limits', () => {
  it('are the known figures', () => {
    expect(CODES_PER_QUEUE_CALL).toBe(100);
    expect(AFTER_CALL_WORK_TIMEOUT).toEqual({ min: 1000, max: 3_600_000 });
    expect(namingRules.portable).toMatchObject({ maxNameLength: 255, maxCodeLength: 128, maxCodesPerQueue: 1000 });
    expect(namingRules.platform.character).toBeUndefined();
  });
});

describe('permissions', () => {
  it('are those of the published operation', () => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
      const own = endpoints.endpoints.filter(
        (endpoint) => endpoint.method === method && permissionsOf(method, endpoint.path)?.path === endpoint.path,
      );
      expect(own.length).toBeGreaterThan(0);
      for (const endpoint of own) {
        expect(permissionsOf(method, endpoint.path)).toMatchObject({
          require: endpoint.permissions.require,
          permissions: endpoint.permissions.list,
        });
      }
    }
  });

  it.each([
    ['POST', '/api/v2/routing/wrapupcodes', ['routing:wrapupCode:add']],
    ['PUT', '/api/v2/routing/wrapupcodes/3f0c', ['routing:wrapupCode:edit']],
    ['get', '/api/v2/routing/wrapupcodes?pageSize=100', ['routing:wrapupCode:view']],
    ['GET', '/api/v2/routing/wrapupcodes/divisionviews', ['routing:wrapupCode:search']],
    ['POST', '/api/v2/routing/queues/77/wrapupcodes', ['routing:queue:edit']],
    ['GET', '/api/v2/organizations/me', []],
    ['GET', '/api/v2/authorization/divisions', []],
  ])('of %s %s are %j', (method, path, permissions) => {
    expect(permissionsOf(method, path)?.permissions).toEqual(permissions);
  });

  it('of a call that is not ours are not known', () => {
    expect(permissionsOf('PATCH', '/api/v2/routing/wrapupcodes/3f0c')).toBeUndefined();
    expect(permissionsOf('POST', '/api/v2/analytics/events/webhooks')).toBeUndefined();
  });
});

describe('system codes', () => {
  it('are known by their prefix, in any case, also those that no list has', () => {
    expect(systemCodeNames).toContain('ININ-WRAP-UP-TIMEOUT');
    expect(systemCodeNames.filter((name) => !isReservedName(name))).toEqual([]);
    expect(isReservedName(' inin-something-new')).toBe(true);
    expect(isReservedName('Finin-')).toBe(false);
  });

  it('include the default code, by id and name', () => {
    expect(isDefaultCode('7FB334B0-0e9e-11e4-9191-0800200c9a66')).toBe(true);
    expect(isDefaultCode('default wrap-up code')).toBe(true);
    expect(isDefaultCode('Default')).toBe(false);
  });
});

describe('the schemas', () => {
  it('send nothing to the org that its model does not take', () => {
    const ours = new Set(allowedKeys('WrapUpCatalog', ['codes', '*']).map(({ key }) => key));
    const sent = Object.keys(models.models.WrapupCodeRequest).filter((key) => ours.has(key));
    expect(sent).toEqual(['name', 'division', 'description']);
  });

  it('have the published outbound flags and nothing else', () => {
    expect(allowedValues('WrapUpCatalog', ['codes', '*', 'outbound', '*']).map(({ value }) => value)).toEqual(
      models.models.WrapUpCodeMapping.defaultSet.enum,
    );
  });

  it('have the published after-call work prompts and nothing else', () => {
    const path = ['queues', '*', 'afterCallWork', 'prompt'];
    expect(allowedValues('WrapUpCatalog', path).map(({ value }) => value)).toEqual(
      models.models.AcwSettings.wrapupPrompt.enum,
    );
  });
});
