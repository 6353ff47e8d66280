/** A queue as one document: a PUT replaces all of it, so all of it is kept as it came. */
import type { Api, ApiAnswer, ApiRequest, CallOptions, Written } from '../request.ts';
import { written } from '../request.ts';
import type { Fields, Read } from '../shape.ts';
import { expectShape, isFields, readNamed } from '../shape.ts';
import { queuePath } from './queues.ts';

/** The published `Queue`, every field as it was received, also those that nobody knows. */
export interface QueueDocument extends Fields {
  readonly id: string;
  readonly name: string;
}

const readQueueDocument: Read<QueueDocument> = (value) => {
  const named = readNamed(value);
  return named && isFields(value) ? { ...value, ...named } : undefined;
};

/** `GET /api/v2/routing/queues/{queueId}`; a queue that is not there is 404, kind `notFound`. */
export async function getQueue(api: Api, queueId: string, options: CallOptions): Promise<QueueDocument> {
  const request: ApiRequest = { method: 'GET', path: queuePath(queueId), options };
  return readDocument(request, await api(request));
}

/**
 * `PUT /api/v2/routing/queues/{queueId}` replaces the whole queue; there is no PATCH. `document` is therefore what
 * `getQueue` gave with some fields changed, never one that was made up. There is no version to check.
 */
export async function replaceQueue(
  api: Api,
  queueId: string,
  document: QueueDocument,
  options: CallOptions,
): Promise<Written<QueueDocument>> {
  const request: ApiRequest = { method: 'PUT', path: queuePath(queueId), body: document, options };
  const answer = await api(request);
  return written(readDocument(request, answer), answer);
}

const readDocument = (request: ApiRequest, answer: ApiAnswer): QueueDocument =>
  expectShape(request, answer, 'a queue', readQueueDocument);
