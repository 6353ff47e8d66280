import type { Api, ApiRequest, CallOptions } from '../request.ts';
import type { Read } from '../shape.ts';
import { compact, expectShape, filledText, isFields, readAll, text } from '../shape.ts';

/**
 * The published `AuthzGrantPolicy`: `{domain}:{entityName}:{action}` for each action is a permission. A part of it may be
 * `*`, which stands for all.
 */
export interface GrantPolicy {
  readonly domain: string;
  readonly entityName: string;
  readonly actions: readonly string[];
  /** Where there is one, the policy holds only while the condition does. */
  readonly condition?: string;
}

/** The published `AuthzGrant`: a role in a division. */
export interface Grant {
  /** Absent where the org does not say it. The id is `*` for all divisions. */
  readonly division?: { readonly id: string; readonly name?: string };
  readonly role: string;
  readonly policies: readonly GrantPolicy[];
}

/** The published `AuthzSubject`: whose token it is, and what it may do. */
export interface AuthzSubject {
  readonly id: string;
  readonly name?: string;
  readonly grants: readonly Grant[];
}

const readDivision: Read<{ readonly id: string; readonly name?: string }> = (value) => {
  const id = isFields(value) ? filledText(value['id']) : undefined;
  return id === undefined || !isFields(value) ? undefined : compact({ id, name: text(value['name']) });
};

const readPolicy: Read<GrantPolicy> = (value) => {
  if (!isFields(value)) return undefined;
  const actions = readAll(text)(value['actions'] ?? []);
  return actions === undefined
    ? undefined
    : compact<GrantPolicy>({
        domain: text(value['domain']) ?? '',
        entityName: text(value['entityName']) ?? '',
        actions,
        condition: filledText(value['condition']),
      });
};

const readGrant: Read<Grant> = (value) => {
  const role = isFields(value) ? (value['role'] ?? {}) : undefined;
  if (!isFields(value) || !isFields(role)) return undefined;
  const policies = readAll(readPolicy)(role['policies'] ?? []);
  return policies === undefined
    ? undefined
    : compact<Grant>({ division: readDivision(value['division']), role: text(role['name']) ?? '', policies });
};

const readSubject: Read<AuthzSubject> = (value) => {
  const id = isFields(value) ? filledText(value['id']) : undefined;
  const grants = isFields(value) ? readAll(readGrant)(value['grants'] ?? []) : undefined;
  if (id === undefined || grants === undefined || !isFields(value)) return undefined;
  return compact<AuthzSubject>({ id, name: text(value['name']), grants });
};

/** `GET /api/v2/authorization/subjects/me`: roles, divisions and permissions of the token; needs no permission itself. */
export async function getSubject(api: Api, options: CallOptions): Promise<AuthzSubject> {
  const request: ApiRequest = { method: 'GET', path: '/api/v2/authorization/subjects/me', options };
  return expectShape(request, await api(request), 'a list of roles and permissions', readSubject);
}
