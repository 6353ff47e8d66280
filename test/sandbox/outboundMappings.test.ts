/** The outbound mappings: one document, with a version. */
import { expect, test } from 'vitest';
import type { Switches } from '#sandbox/switches.ts';
import { type Answered, type Api, type Body, codeIdOf, codesPath, openSandbox, signIn } from './support.ts';
import type { Sandbox } from '#sandbox/server.ts';

const path = '/api/v2/outbound/wrapupcodemappings';

interface Mappings extends Body {
  readonly version: number;
  readonly defaultSet: readonly string[];
  readonly mapping: Readonly<Record<string, readonly string[]>>;
}

async function opened(switches: Partial<Switches> = {}): Promise<{ sandbox: Sandbox; api: Api; before: Mappings }> {
  const sandbox = await openSandbox({ switches });
  const api = await signIn(sandbox);
  return { sandbox, api, before: await read(api) };
}

async function read(api: Api): Promise<Mappings> {
  return (await api.get(path)).body as Mappings;
}

const put = (api: Api, document: unknown): Promise<Answered> => api.send('PUT', path, document);

test('what was read can be written back, and only the version and the date move', async () => {
  const { api, before } = await opened();
  expect(Object.keys(before.mapping)).toHaveLength(7);
  expect((await put(api, before)).status).toBe(200);
  const after = await read(api);
  expect(after).toEqual({ ...before, version: before.version + 1, dateModified: after['dateModified'] });
});

test('a PUT replaces the whole document', async () => {
  const { sandbox, api, before } = await opened();
  const id = codeIdOf(sandbox, 'Issue Resolved');
  const { body } = await put(api, { version: before.version, mapping: { [id]: ['BUSINESS_SUCCESS'] } });
  expect(body).toMatchObject({ mapping: { [id]: ['BUSINESS_SUCCESS'] }, defaultSet: [], name: before['name'] });
  expect(Object.keys((await read(api)).mapping)).toEqual([id]);
});

test.each([-1, 1])('a version that is not the present one by %i is a conflict, and nothing changes', async (by) => {
  const { api, before } = await opened();
  expect((await put(api, { ...before, version: before.version + by, mapping: {} })).body).toMatchObject({
    status: 409,
    code: 'invalid.update.wrong.version',
    message: 'Wrap up code mapping version does not match expected',
  });
  expect(await read(api)).toEqual(before);
});

test.each([
  ['no version', {}, 'invalid.update'],
  ['an unknown flag', { version: 7, defaultSet: ['SOLD'] }, 'invalid.value'],
  ['an unknown flag of a code', { version: 7, mapping: { x: ['SOLD'] } }, 'invalid.value'],
  ['a mapping that is a list', { version: 7, mapping: [] }, 'bad.request'],
  ['an id that only looks known', { version: 7, mapping: { constructor: [] } }, 'invalid.update'],
  ['flags that are no list', { version: 7, mapping: { x: 'BUSINESS_SUCCESS' } }, 'bad.request'],
])('%s is refused', async (_what, document, code) => {
  const { api, before } = await opened();
  expect((await put(api, document)).body).toMatchObject({ status: 400, code });
  expect(await read(api)).toEqual(before);
});

test('a deleted code keeps its entry, and it can be written again', async () => {
  const { sandbox, api, before } = await opened();
  const id = codeIdOf(sandbox, 'Wrong Number');
  await api.send('DELETE', `${codesPath}/${id}`);
  expect((await read(api)).mapping[id]).toEqual(['NUMBER_UNCALLABLE']);
  const { mapping } = before;
  expect((await put(api, { ...before, mapping: { ...mapping, [id]: ['CONTACT_UNCALLABLE'] } })).status).toBe(200);
  expect((await read(api)).mapping[id]).toEqual(['CONTACT_UNCALLABLE']);
});

test('a deleted code that had no entry may get one: it is no unknown code', async () => {
  const { sandbox, api, before } = await opened();
  const deleted = [...sandbox.org.codes.values()].find((code) => code.name === 'Fax Received');
  const mapping = { ...before.mapping, [deleted?.id ?? '']: ['BUSINESS_NEUTRAL'] };
  expect((await put(api, { ...before, mapping })).body['mapping']).toEqual(mapping);
});

test.each([
  ['refused', 400, undefined],
  ['dropped', 200, undefined],
  ['kept', 200, ['BUSINESS_SUCCESS']],
] as const)('mappingUnknownCode %s', async (mappingUnknownCode, status, kept) => {
  const { api, before } = await opened({ mappingUnknownCode });
  const mapping = { ...before.mapping, unknown: ['BUSINESS_SUCCESS'] };
  expect((await put(api, { ...before, mapping })).status).toBe(status);
  expect((await read(api)).mapping['unknown']).toEqual(kept);
});

test.each([
  ['kept', []],
  ['dropped', undefined],
] as const)('mappingEmpty %s', async (mappingEmpty, answered) => {
  const { sandbox, api, before } = await opened({ mappingEmpty });
  await put(api, before);
  expect((await read(api)).mapping[codeIdOf(sandbox, 'No Answer')]).toEqual(answered);
});

test.each([
  ['sent', ['BUSINESS_SUCCESS', 'CONTACT_UNCALLABLE']],
  ['published', ['CONTACT_UNCALLABLE', 'BUSINESS_SUCCESS']],
] as const)('mappingFlagOrder %s', async (mappingFlagOrder, answered) => {
  const { sandbox, api, before } = await opened({ mappingFlagOrder });
  const id = codeIdOf(sandbox, 'Quote Sent');
  const mapping = { [id]: ['BUSINESS_SUCCESS', 'CONTACT_UNCALLABLE'] };
  expect((await put(api, { ...before, mapping })).body['mapping']).toEqual({ [id]: answered });
});

test.each(['ignored', 'refused'] as const)(
  'a field that only the org knows survives when it is sent back and is lost when it is not, unknownFields %s',
  async (unknownFields) => {
    const { api, before } = await opened({ newerFields: 'yes', unknownFields });
    expect(before).toHaveProperty('sandboxNewerField');
    expect((await put(api, before)).body['sandboxNewerField']).toEqual(before['sandboxNewerField']);
    const { sandboxNewerField: _lost, ...rest } = await read(api);
    expect((await put(api, rest)).body).not.toHaveProperty('sandboxNewerField');
  },
);

test('a reader neither reads nor writes them', async () => {
  const sandbox = await openSandbox();
  const api = await signIn(sandbox, sandbox.clients.readOnly);
  expect((await api.get(path)).body).toMatchObject({
    status: 403,
    messageParams: { permissions: 'outbound:wrapUpCodeMapping:view' },
  });
  expect((await put(api, {})).status).toBe(403);
});
