import { allPages } from '../pages.ts';
import type { Api, ApiRequest, CallOptions, Written } from '../request.ts';
import { written } from '../request.ts';
import type { Read } from '../shape.ts';
import { compact, count, expectShape, isFields, readAll, readNamed, text } from '../shape.ts';
import type { WrapupCode } from './wrapupCodes.ts';
import { readWrapupCode } from './wrapupCodes.ts';

/** The published `Queue`, as far as it is used: `acwSettings` flattened. */
export interface Queue {
  readonly id: string;
  readonly name: string;
  readonly wrapupPrompt?: string;
  /** Milliseconds. */
  readonly wrapupTimeoutMs?: number;
}

const QUEUES = '/api/v2/routing/queues';
export const queuePath = (queueId: string): string => `${QUEUES}/${encodeURIComponent(queueId)}`;
export const queueWrapupCodesPath = (queueId: string): string => `${queuePath(queueId)}/wrapupcodes`;

const readQueue: Read<Queue> = (value) => {
  const named = readNamed(value);
  if (named === undefined || !isFields(value)) return undefined;
  const settings = isFields(value['acwSettings']) ? value['acwSettings'] : {};
  return compact<Queue>({
    ...named,
    wrapupPrompt: text(settings['wrapupPrompt']),
    wrapupTimeoutMs: count(settings['timeoutMs']),
  });
};

/** `GET /api/v2/routing/queues`, all pages. */
export function listQueues(api: Api, options: CallOptions): Promise<readonly Queue[]> {
  return allPages(api, { path: QUEUES, what: 'a list of queues', read: readQueue }, options);
}

/** `GET /api/v2/routing/queues/{queueId}/wrapupcodes`, all pages. */
export function listQueueWrapupCodes(api: Api, queueId: string, options: CallOptions): Promise<readonly WrapupCode[]> {
  const list = { path: queueWrapupCodesPath(queueId), what: "a list of a queue's wrap-up codes", read: readWrapupCode };
  return allPages(api, list, options);
}

/**
 * `POST /api/v2/routing/queues/{queueId}/wrapupcodes` adds codes and leaves the others; at most 100 in
 * one call. Adding a code that is there already changes nothing.
 */
export async function addQueueWrapupCodes(
  api: Api,
  queueId: string,
  codeIds: readonly string[],
  options: CallOptions,
): Promise<Written<undefined>> {
  const request: ApiRequest = {
    method: 'POST',
    path: queueWrapupCodesPath(queueId),
    body: codeIds.map((id) => ({ id })),
    options,
  };
  const answer = await api(request);
  expectShape(request, answer, 'a list of wrap-up codes', readAll(readWrapupCode));
  return written(undefined, answer);
}

/**
 * `DELETE /api/v2/routing/queues/{queueId}/wrapupcodes/{codeId}` takes one code off one queue, and answers with nothing.
 * The code itself stays. 404 is kind `notFound`.
 */
export async function removeQueueWrapupCode(
  api: Api,
  queueId: string,
  codeId: string,
  options: CallOptions,
): Promise<Written<undefined>> {
  const path = `${queueWrapupCodesPath(queueId)}/${encodeURIComponent(codeId)}`;
  return written(undefined, await api({ method: 'DELETE', path, options }));
}
