import { callPermissions } from './generated/api.ts';

/** Which permissions a call needs: all of them, any of them, or none. Permissions are named as the API names them. */
export interface CallPermissions {
  readonly method: string;
  /** With placeholders: `/api/v2/routing/wrapupcodes/{codeId}`. */
  readonly path: string;
  readonly require: 'ALL' | 'ANY' | 'NO';
  readonly permissions: readonly string[];
}

/** Placeholders match any one segment. */
const patterns = new Map<CallPermissions, RegExp>(
  callPermissions.map((call) => [call, new RegExp(`^${call.path.replace(/\{\w+\}/g, '[^/]+')}$`)]),
);

/**
 * The permissions of a call that the product makes; `path` may hold ids or placeholders, and a query is ignored.
 * Nothing for a call that schemas/api does not list among ours.
 */
export function permissionsOf(method: string, path: string): CallPermissions | undefined {
  const plain = path.replace(/\?.*$/, '');
  const candidates = [...patterns].filter(([call]) => call.method === method.toUpperCase());
  // A path without placeholders wins: `…/divisionviews` also looks like `…/{codeId}`.
  const found =
    candidates.find(([call]) => call.path === plain) ?? candidates.find(([, pattern]) => pattern.test(plain));
  return found?.[0];
}
