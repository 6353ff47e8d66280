import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { SchemaError, Validator } from '#core/contract/validator.ts';
import { validateCatalogHead, validateCode, validateProject } from '#core/contract/generated/validators.mjs';

const read = (name: string): Record<string, unknown> => parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

/** Each finding as `keyword place`. */
function findings<T>(validate: Validator<T>, data: unknown): readonly string[] {
  if (validate(data)) return [];
  return (validate.errors ?? []).map(({ keyword, instancePath, params }: SchemaError) => {
    const about = [params['missingProperty'], params['additionalProperty']].find((name) => typeof name === 'string');
    return `${keyword} ${instancePath}${about === undefined ? '' : `/${about}`}`;
  });
}

const head = (rest: object) => ({ kind: 'WrapUpCatalog', codes: [], ...rest });
const code = (rest: object) => ({ name: 'Resolved', ...rest });
const project = (rest: object) => ({ kind: 'GenesysProject', ...rest });
const environment = (rest: object) => project({ environments: { dev: { region: 'eu-west-1', ...rest } } });

describe('a file with every field', () => {
  it('is a catalog', () => {
    const catalog = read('full.wrapup.yaml');
    expect(findings(validateCatalogHead, catalog)).toEqual([]);
    const codes = Array.isArray(catalog['codes']) ? catalog['codes'] : [];
    expect(codes.map((entry) => findings(validateCode, entry))).toEqual([[], [], []]);
  });

  it('is a project', () => {
    expect(findings(validateProject, read('full.genesys.yaml'))).toEqual([]);
  });
});

describe('the head of a catalog', () => {
  it.each([
    [{ kind: 'WrapUpCatalog' }, 'required /codes'],
    [{ codes: [] }, 'required /kind'],
    [head({ kind: 'Catalog' }), 'const /kind'],
    [head({ codes: {} }), 'type /codes'],
    [head({ colour: 'red' }), 'additionalProperties /colour'],
    [head({ naming: 'strict' }), 'enum /naming'],
    [head({ division: 7 }), 'type /division'],
    [head({ categories: { sales: 'lead' } }), 'type /categories/sales'],
    [head({ categories: { sales: ['lead', 'lead'] } }), 'uniqueItems /categories/sales'],
    [head({ queues: ['Voice'] }), 'type /queues'],
    [head({ queues: { Voice: 'exact' } }), 'type /queues/Voice'],
    [head({ queues: { Voice: { membership: 'all' } } }), 'enum /queues/Voice/membership'],
    [
      head({ queues: { Voice: { afterCallWork: { prompt: 'mandatory' } } } }),
      'enum /queues/Voice/afterCallWork/prompt',
    ],
    [head({ queues: { Voice: { afterCallWork: { timeout: 30 } } } }), 'type /queues/Voice/afterCallWork/timeout'],
    [
      head({ queues: { Voice: { afterCallWork: { timeout: 'soon' } } } }),
      'pattern /queues/Voice/afterCallWork/timeout',
    ],
    [head({ defaults: { queue: 'Voice' } }), 'additionalProperties /defaults/queue'],
  ])('%j: %s', (data, finding) => expect(findings(validateCatalogHead, data)).toEqual([finding]));

  it.each([
    head({ queues: { Voice: null, Billing: {} } }),
    head({ categories: {} }),
    head({ codes: ['not looked at'] }),
  ])('takes %j', (data) => expect(findings(validateCatalogHead, data)).toEqual([]));

  it('lists everything that is wrong, not only the first', () => {
    expect(findings(validateCatalogHead, { colour: 1, naming: 2 })).toHaveLength(5);
  });
});

describe('a code', () => {
  it.each([
    ['text', 'type '],
    [{}, 'required /name'],
    [code({ name: '' }), 'minLength /name'],
    [code({ name: 7 }), 'type /name'],
    [code({ codeName: 'x' }), 'additionalProperties /codeName'],
    [code({ description: null }), 'type /description'],
    [code({ mandatory: 'yes' }), 'type /mandatory'],
    [code({ queues: 'Voice' }), 'type /queues'],
    [code({ queues: ['Voice', 'Voice'] }), 'uniqueItems /queues'],
    [code({ validFrom: '2026-01-01' }), 'format /validFrom'],
    [code({ validFrom: '2026-02-30T00:00:00Z' }), 'format /validFrom'],
    [code({ validFrom: '2026-01-01T00:00:00' }), 'format /validFrom'],
    [code({ validFrom: '2026-01-01 00:00:00Z' }), 'format /validFrom'],
    [code({ state: 'Active' }), 'enum /state'],
    [code({ outbound: ['RIGHT_PARTY'] }), 'enum /outbound/0'],
    [code({ reportingTags: [1] }), 'type /reportingTags/0'],
  ])('%j: %s', (data, finding) => expect(findings(validateCode, data)).toEqual([finding]));

  it('takes a list of flags, no flags, or the word default as outbound', () => {
    for (const outbound of [['BUSINESS_SUCCESS'], [], 'default'])
      expect(findings(validateCode, code({ outbound }))).toEqual([]);
    expect(findings(validateCode, code({ outbound: 'none' }))).toContain('const /outbound');
  });

  it('leaves repeated tags to the rule that shows both', () => {
    expect(findings(validateCode, code({ reportingTags: ['a', 'a'] }))).toEqual([]);
  });

  it('takes empty values that clear', () => {
    expect(findings(validateCode, code({ description: '', queues: [], reportingTags: [] }))).toEqual([]);
  });
});

describe('a project', () => {
  it.each([
    [{}, 'required /kind'],
    [environment({ clientSecret: 'x' }), 'additionalProperties /environments/dev/clientSecret'],
    [project({ environments: { dev: {} } }), 'required /environments/dev/region'],
    [environment({ region: 'api.mypurecloud.ie' }), 'enum /environments/dev/region'],
    [environment({ org: '6f1f' }), 'format /environments/dev/org'],
    [environment({ protected: 'yes' }), 'type /environments/dev/protected'],
    [environment({ names: { codes: {} } }), 'additionalProperties /environments/dev/names/codes'],
    [environment({ events: [{ url: 'http://bi.example.com' }] }), 'pattern /environments/dev/events/0/url'],
    [environment({ events: [{ url: 'https://' }] }), 'pattern /environments/dev/events/0/url'],
    [environment({ events: [{ url: 'https://me:pw@bi.example.com' }] }), 'pattern /environments/dev/events/0/url'],
    [
      environment({ events: [{ url: 'https://bi.example.com', on: ['made'] }] }),
      'enum /environments/dev/events/0/on/0',
    ],
    [environment({ metadata: { table: 'x' } }), 'additionalProperties /environments/dev/metadata/table'],
    [project({ policy: { require: ['colour'] } }), 'enum /policy/require/0'],
    [project({ policy: { name: { pattern: '(' } } }), 'format /policy/name/pattern'],
    [project({ policy: { name: { maxLength: 300 } } }), 'maximum /policy/name/maxLength'],
    [project({ policy: { subcategoryTags: 'some' } }), 'enum /policy/subcategoryTags'],
  ])('%j: %s', (data, finding) => expect(findings(validateProject, data)).toEqual([finding]));

  it('needs its kind only', () => expect(findings(validateProject, project({}))).toEqual([]));
});
