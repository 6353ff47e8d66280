import type { Api, ApiRequest, CallOptions } from '../request.ts';
import { expectShape, readNamed } from '../shape.ts';

export interface Organization {
  readonly id: string;
  readonly name: string;
}

/** `GET /api/v2/organizations/me`: needs no permission, so it also shows whether the sign-in works. */
export async function getOrganization(api: Api, options: CallOptions): Promise<Organization> {
  const request: ApiRequest = { method: 'GET', path: '/api/v2/organizations/me', options };
  return expectShape(request, await api(request), 'an organization', readNamed);
}
