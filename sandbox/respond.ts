/** Writes answers to the wire, whole or broken. */
import type { ServerResponse } from 'node:http';
import type { Answer } from './exchange.ts';

export interface Wire {
  readonly response: ServerResponse;
  readonly correlationId: string;
  /** HEAD answers have no body. */
  readonly hasBody: boolean;
}

export function sendAnswer(wire: Wire, answer: Answer): void {
  const text = answer.body === undefined || !wire.hasBody ? '' : JSON.stringify(answer.body);
  writeHead(wire, answer, text);
  wire.response.end(text);
}

/** The first half of the body with a length that fits: complete HTTP, broken JSON. */
export function sendTruncated(wire: Wire, answer: Answer): void {
  const text = JSON.stringify(answer.body ?? {});
  const half = text.slice(0, Math.ceil(text.length / 2));
  writeHead(wire, answer, half);
  wire.response.end(half);
}

/** Promises the whole body, sends the first half and closes the connection. */
export function sendAndCut(wire: Wire, answer: Answer): void {
  const text = JSON.stringify(answer.body ?? {});
  writeHead(wire, answer, text);
  wire.response.write(text.slice(0, Math.ceil(text.length / 2)), () => cut(wire));
}

export function sendHtml(wire: Wire, status: number, html: string): void {
  wire.response.writeHead(status, { 'Content-Type': 'text/html', 'ININ-Correlation-Id': wire.correlationId });
  wire.response.end(html);
}

export function cut(wire: Wire): void {
  wire.response.socket?.destroy();
}

function writeHead(wire: Wire, answer: Answer, text: string): void {
  wire.response.writeHead(answer.status, {
    ...(text === '' ? {} : { 'Content-Type': 'application/json' }),
    ...(answer.status === 204 ? {} : { 'Content-Length': String(Buffer.byteLength(text)) }),
    'ININ-Correlation-Id': wire.correlationId,
    ...answer.headers,
  });
}
