import { allPages } from '../pages.ts';
import type { Api, CallOptions } from '../request.ts';
import { readNamed } from '../shape.ts';

export interface Division {
  readonly id: string;
  readonly name: string;
}

/** `GET /api/v2/authorization/divisions`: the divisions that these credentials can see; needs no permission. */
export function listDivisions(api: Api, options: CallOptions): Promise<readonly Division[]> {
  return allPages(
    api,
    { path: '/api/v2/authorization/divisions', what: 'a list of divisions', read: readNamed },
    options,
  );
}
