/** Refusals, and their body as the published `ErrorBody` model has it. */
import { genericMessage, specificError } from './facts.ts';
import type { JsonObject } from './json.ts';

/** A type, not an interface, so that it counts as JSON. */
export type Detail = {
  readonly errorCode: string;
  readonly fieldName?: string;
};

export interface RefusalFacts {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly messageParams?: Readonly<Record<string, string>>;
  readonly details?: readonly Detail[];
  readonly limit?: { readonly namespace: string; readonly key: string; readonly value: number };
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown by routes and checks; the server turns it into the answer. Nothing has been changed when it is thrown. */
export class Refusal extends Error {
  readonly facts: RefusalFacts;
  constructor(facts: RefusalFacts) {
    super(facts.message);
    this.name = 'Refusal';
    this.facts = facts;
  }
}

/** The `ErrorBody` of a refusal. `contextId` is the answer's correlation id. */
export function errorBody(facts: RefusalFacts, contextId: string): JsonObject {
  return {
    message: facts.message,
    code: facts.code,
    status: facts.status,
    messageParams: facts.messageParams ?? {},
    contextId,
    details: facts.details ?? [],
    errors: [],
    ...(facts.limit ? { limit: { ...facts.limit } } : {}),
  };
}

export const badRequest = (details: readonly Detail[] = []): Refusal =>
  new Refusal({ status: 400, code: 'bad.request', message: genericMessage('bad.request'), details });

/** A value outside a field's published set. */
export function invalidValue(field: string, value: string, type: string, allowed: readonly string[]): Refusal {
  const choices = allowed.join(', ');
  return new Refusal({
    status: 400,
    code: 'invalid.value',
    message: fill('invalid.value', [value, type, choices]),
    messageParams: { value, type, choices },
    details: [{ errorCode: 'invalid.value', fieldName: field }],
  });
}

/** Code and sentence were published for POST of a queue; that other writes use them too is inferred. */
export const requiredFieldMissing = (field: string): Refusal =>
  new Refusal({
    status: 400,
    code: 'required.field.missing',
    message: 'A required field is missing a value.',
    details: [{ errorCode: 'required.field.missing', fieldName: field }],
  });

/** An error that was published for one endpoint, with its own sentence. */
export function specific(method: string, template: string, code: string, details: readonly Detail[] = []): Refusal {
  return new Refusal({ ...specificError(method, template, code), code, details });
}

/** A field with a value that its rules do not take. */
export const badField = (fieldName: string): Refusal => badRequest([{ errorCode: 'bad.request', fieldName }]);

export const authenticationRequired = (): Refusal => generic(401, 'authentication.required');
export const badCredentials = (): Refusal => generic(401, 'bad.credentials');
export const notFound = (): Refusal => generic(404, 'not.found');
export const internalError = (): Refusal => generic(500, 'internal.server.error');
export const unsupportedMediaType = (): Refusal => generic(415, 'unsupported.media.type');

/** A path that exists for an entity that does not. */
export const resourceNotFound = (): Refusal =>
  new Refusal({ status: 404, code: 'resource.not.found', message: 'The resource could not be found.' });

export function missingPermissions(permissions: readonly string[]): Refusal {
  const list = permissions.join(', ');
  return new Refusal({
    status: 403,
    code: 'missing.permissions',
    message: fill('missing.permissions', [list]),
    messageParams: { permissions: list },
  });
}

export function missingAnyPermissions(permissions: readonly string[]): Refusal {
  const list = permissions.join(', ');
  return new Refusal({
    status: 403,
    code: 'missing.any.permissions',
    message: fill('missing.any.permissions', [list]),
    messageParams: { permissions: list },
  });
}

export const duplicateName = (status: number, message: string): Refusal =>
  new Refusal({
    status,
    code: 'duplicate.name',
    message,
    details: [{ errorCode: 'duplicate.name', fieldName: 'name' }],
  });

/** The namespace and keys of `limit` are documented; that this error carries it is inferred. */
export function tooManyRequests(allowed: number, windowSeconds: number, retryAfterSeconds: number): Refusal {
  return new Refusal({
    status: 429,
    code: 'too.many.requests',
    message: fill('too.many.requests', [String(allowed), String(windowSeconds)]),
    messageParams: { limit: String(allowed), seconds: String(windowSeconds) },
    limit: { namespace: 'platform.api', key: 'client.credentials.token.rate.per.minute', value: allowed },
    headers: { 'Retry-After': String(retryAfterSeconds) },
  });
}

/** The status is published, the code is inferred: no source shows one. */
export const methodNotAllowed = (allowed: readonly string[]): Refusal =>
  new Refusal({
    status: 405,
    code: 'method.not.allowed',
    message: 'This resource does not have the requested method.',
    headers: { Allow: allowed.join(', ') },
  });

/** The status and the size are published, the code is inferred. */
export const bodyTooLarge = (maximumBytes: number): Refusal =>
  new Refusal({
    status: 413,
    code: 'request.entity.too.large',
    message: `The request body is over ${maximumBytes} bytes.`,
    limit: { namespace: 'platform.api', key: 'request.bytes.max', value: maximumBytes },
  });

function generic(status: number, code: string): Refusal {
  return new Refusal({ status, code, message: genericMessage(code) });
}

/** Puts values into the `%s` places of a published sentence, in order. */
function fill(code: string, values: readonly string[]): string {
  const rest = [...values];
  return genericMessage(code).replaceAll('%s', () => rest.shift() ?? '');
}
