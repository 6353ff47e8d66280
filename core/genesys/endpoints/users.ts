import { allPages } from '../pages.ts';
import type { Api, CallOptions } from '../request.ts';
import type { Read } from '../shape.ts';
import { compact, isFields, readNamed, text } from '../shape.ts';

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
