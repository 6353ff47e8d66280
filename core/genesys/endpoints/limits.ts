import type { Api, ApiRequest, CallOptions } from '../request.ts';
import type { Read } from '../shape.ts';
import { count, expectShape, filledText, isFields, readAll } from '../shape.ts';

/** One effective limit of the org, for example of the namespace `routing`. */
export interface OrgLimit {
  readonly key: string;
  readonly value: number;
}

/** `value` is optional in the published `Limit`; a limit without one says nothing and is left out. */
const readLimit: Read<{ readonly key: string; readonly value: number | undefined }> = (value) => {
  if (!isFields(value)) return undefined;
  const key = filledText(value['key']);
  return key === undefined ? undefined : { key, value: count(value['value']) };
};

/** `GET /api/v2/organizations/limits/namespaces/{namespace}`: the limits that apply to this org; needs no permission. */
export async function listLimits(api: Api, namespace: string, options: CallOptions): Promise<readonly OrgLimit[]> {
  const path = `/api/v2/organizations/limits/namespaces/${encodeURIComponent(namespace)}`;
  const request: ApiRequest = { method: 'GET', path, options };
  const found = expectShape(request, await api(request), 'a list of limits', (value) =>
    isFields(value) ? readAll(readLimit)(value['entities']) : undefined,
  );
  return found.flatMap(({ key, value }) => (value === undefined ? [] : [{ key, value }]));
}
