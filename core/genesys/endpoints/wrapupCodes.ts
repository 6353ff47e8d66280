import { normaliseName } from '../../contract/names.ts';
import { allPages } from '../pages.ts';
import type { Api, ApiAnswer, ApiRequest, CallOptions, Written } from '../request.ts';
import { written } from '../request.ts';
import type { Read } from '../shape.ts';
import { unlessNotFound } from './found.ts';
import { compact, expectShape, filledText, isFields, readNamed, text } from '../shape.ts';

/** The published `WrapupCode`, as far as it is used. `division.id` is `*` for all divisions. */
export interface WrapupCode {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly division?: { readonly id: string; readonly name?: string };
  readonly dateModified?: string;
}

/** The published `WrapupCodeRequest`. A PUT replaces the whole code: what is left out may be lost. */
export interface WrapupCodeRequest {
  readonly name: string;
  readonly description?: string;
  readonly division?: { readonly id: string };
}

export const WRAPUP_CODES = '/api/v2/routing/wrapupcodes';

const readDivision: Read<{ readonly id: string; readonly name?: string }> = (value) => {
  if (!isFields(value)) return undefined;
  const id = filledText(value['id']);
  return id === undefined ? undefined : compact({ id, name: text(value['name']) });
};

export const readWrapupCode: Read<WrapupCode> = (value) => {
  if (!isFields(value)) return undefined;
  const id = filledText(value['id']);
  const name = text(value['name']);
  if (id === undefined || name === undefined) return undefined;
  return compact<WrapupCode>({
    id,
    name,
    description: text(value['description']),
    division: readDivision(value['division']),
    dateModified: text(value['dateModified']),
  });
};

const codePath = (id: string): string => `${WRAPUP_CODES}/${encodeURIComponent(id)}`;

/**
 * `GET /api/v2/routing/wrapupcodes/{codeId}`; undefined for a code that is not there (404 `resource.not.found`). A code
 * that was just created may be such a one for some seconds.
 */
export async function getWrapupCode(api: Api, id: string, options: CallOptions): Promise<WrapupCode | undefined> {
  const request: ApiRequest = { method: 'GET', path: codePath(id), options };
  const answer = await unlessNotFound(api(request));
  return answer && expectShape(request, answer, 'a wrap-up code', readWrapupCode);
}

/** `GET /api/v2/routing/wrapupcodes`, all pages. Deleted codes are not in this list. */
export function listWrapupCodes(api: Api, options: CallOptions): Promise<readonly WrapupCode[]> {
  return allPages(api, { path: WRAPUP_CODES, what: 'a list of wrap-up codes', read: readWrapupCode }, options);
}

const CODE_VIEWS = `${WRAPUP_CODES}/divisionviews`;

/** A code as the simplified list has it. `deleted` is not a field of the API: it says in which list the code was. */
export interface WrapupCodeView {
  readonly id: string;
  readonly name: string;
  readonly deleted?: true;
}

/**
 * `GET /api/v2/routing/wrapupcodes/divisionviews`, all pages: living codes and deleted ones; needs
 * `routing:wrapupCode:search`. No model of a code has a state, so the two states of `includeState` are read one after
 * the other. The deleted ones come last: a code that is deleted meanwhile is then in both lists, and not in neither.
 */
export async function listWrapupCodesWithDeleted(api: Api, options: CallOptions): Promise<readonly WrapupCodeView[]> {
  const what = 'a list of wrap-up codes';
  const read = (includeState: 'Active' | 'Deleted') =>
    allPages(api, { path: CODE_VIEWS, query: { includeState }, what, read: readNamed }, options);
  const living = await read('Active');
  const deleted = await read('Deleted');
  const gone = new Set(deleted.map(({ id }) => id));
  return [...living.filter(({ id }) => !gone.has(id)), ...deleted.map((code) => ({ ...code, deleted: true as const }))];
}

/**
 * The codes whose name is this one when case, outer spaces and Unicode form are put aside. How the org's own name
 * filter matches is not published: what it gives is filtered again, and when it gives nothing the whole list decides.
 */
export async function findWrapupCodes(api: Api, name: string, options: CallOptions): Promise<readonly WrapupCode[]> {
  const wanted = normaliseName(name);
  const isIt = (code: WrapupCode): boolean => normaliseName(code.name) === wanted;
  const list = { path: WRAPUP_CODES, query: { name }, what: 'a list of wrap-up codes', read: readWrapupCode };
  const found = (await allPages(api, list, options)).filter(isIt);
  return found.length > 0 ? found : (await listWrapupCodes(api, options)).filter(isIt);
}

/** `POST /api/v2/routing/wrapupcodes`. A name that is taken is 400 `duplicate.name` or 409: kind `conflict`. */
export async function createWrapupCode(
  api: Api,
  body: WrapupCodeRequest,
  options: CallOptions,
): Promise<Written<WrapupCode>> {
  const request: ApiRequest = { method: 'POST', path: WRAPUP_CODES, body, options };
  return readWritten(request, await api(request));
}

/** `PUT /api/v2/routing/wrapupcodes/{codeId}`: replaces name, description and division; there is no version to check. */
export async function updateWrapupCode(
  api: Api,
  id: string,
  body: WrapupCodeRequest,
  options: CallOptions,
): Promise<Written<WrapupCode>> {
  const request: ApiRequest = { method: 'PUT', path: codePath(id), body, options };
  return readWritten(request, await api(request));
}

/**
 * `DELETE /api/v2/routing/wrapupcodes/{codeId}`, which answers with nothing. There is no way back: a code of the same
 * name gets another id. 404 is kind `notFound`.
 */
export async function removeWrapupCode(api: Api, id: string, options: CallOptions): Promise<Written<undefined>> {
  return written(undefined, await api({ method: 'DELETE', path: codePath(id), options }));
}

function readWritten(request: ApiRequest, answer: ApiAnswer): Written<WrapupCode> {
  return written(expectShape(request, answer, 'a wrap-up code', readWrapupCode), answer);
}
