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
  const text = wire.hasBody ? textOf(answer) : '';
  writeHead(wire, answer, text);
  wire.response.end(text);
}

/** The first half of the body with a length that fits: complete HTTP, broken JSON. */
export function sendTruncated(wire: Wire, answer: Answer): void {
  const text = textOf(answer) || '{}';
  const half = text.slice(0, Math.ceil(text.length / 2));
  writeHead(wire, answer, half);
  wire.response.end(half);
}

/** Promises the whole body, sends the first half and closes the connection. */
export function sendAndCut(wire: Wire, answer: Answer): void {
  const text = textOf(answer) || '{}';
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

/** Ends the connection with a TCP reset. */
export function reset(wire: Wire): void {
  wire.response.socket?.resetAndDestroy();
}

function textOf({ body, html }: Answer): string {
  if (html !== undefined) return html;
  return body === undefined ? '' : JSON.stringify(body);
}

function writeHead(wire: Wire, answer: Answer, text: string): void {
  wire.response.writeHead(answer.status, {
    ...(text === ''
      ? {}
      : { 'Content-Type': answer.html === undefined ? 'application/json' : 'text/html; charset=utf-8' }),
    ...(answer.status === 204 ? {} : { 'Content-Length': String(Buffer.byteLength(text)) }),
    'ININ-Correlation-Id': wire.correlationId,
    ...answer.headers,
  });
}
