/** Reads request bodies. */
import type { IncomingMessage } from 'node:http';
import { badRequest, bodyTooLarge } from './errors.ts';
import { limitValue } from './facts.ts';

/** Published: the largest body of a request, in bytes. */
export const maximumBytes = limitValue('platform.api.request.bytes.max');

export type RawBody = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'tooLarge' };

/** The whole body as text. A body over the maximum is read to its end and dropped, so that the answer arrives. */
export async function readBody(request: IncomingMessage): Promise<RawBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maximumBytes) chunks.push(chunk);
  }
  if (size > maximumBytes) return { kind: 'tooLarge' };
  return { kind: 'text', text: Buffer.concat(chunks).toString('utf8') };
}

/** The body as JSON; undefined if there is none. */
export function parseBody(body: RawBody): unknown {
  if (body.kind === 'tooLarge') throw bodyTooLarge(maximumBytes);
  if (body.text === '') return undefined;
  try {
    const parsed: unknown = JSON.parse(body.text);
    return parsed;
  } catch {
    throw badRequest();
  }
}
