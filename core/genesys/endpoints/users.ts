import { GenesysError } from '../error.ts';
import { allPages } from '../pages.ts';
import type { Api, ApiRequest, CallOptions } from '../request.ts';
import type { Read } from '../shape.ts';
import { compact, expectShape, isFields, readNamed, text } from '../shape.ts';

/** The published `User`, as far as it is used. */
export interface User {
  readonly id: string;
  readonly name: string;
  /** `active`, `inactive` or `deleted`. */
  readonly state?: string;
}

const readUser: Read<User> = (value) => {
  const named = readNamed(value);
  return named && isFields(value) ? compact<User>({ ...named, state: text(value['state']) }) : undefined;
};

/**
 * `GET /api/v2/users`, all pages. The published values of `state` are active (the default), inactive, deleted and any;
 * `any` is asked for, so that conversations of former agents have a name too.
 */
export function listUsers(api: Api, options: CallOptions): Promise<readonly User[]> {
  return allPages(
    api,
    { path: '/api/v2/users', query: { state: 'any' }, what: 'a list of users', read: readUser },
    options,
  );
}

/**
 * `GET /api/v2/users/me`: the user who signed in; needs no permission. It is not valid for client credentials, where this
 * gives undefined: with which status the org says so is not published, so every 400, 403 and 404 is taken for it.
 */
export async function getMe(api: Api, options: CallOptions): Promise<User | undefined> {
  const request: ApiRequest = { method: 'GET', path: '/api/v2/users/me', options };
  try {
    return expectShape(request, await api(request), 'a user', readUser);
  } catch (error) {
    if (error instanceof GenesysError && NOT_A_USER.has(error.failure.status)) return undefined;
    throw error;
  }
}

const NOT_A_USER: ReadonlySet<number | undefined> = new Set([400, 403, 404]);
