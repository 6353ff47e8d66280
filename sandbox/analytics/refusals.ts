/** Refusals of the two queries. Where no published sentence exists, the sentence is the sandbox's own. */
import { badRequest, Refusal } from '../errors.ts';
import { genericMessage } from '../facts.ts';

/** The published generic code; that an interval is answered with it is inferred. */
export const invalidDate = (fieldName: string): Refusal =>
  new Refusal({
    status: 400,
    code: 'invalid.date',
    message: genericMessage('invalid.date'),
    details: [{ errorCode: 'invalid.date', fieldName }],
  });

/** A query that the models allow and that makes no sense. Status and code are inferred. */
export const senseless = (fieldName: string, message: string): Refusal =>
  new Refusal({ status: 400, code: 'bad.request', message, details: [{ errorCode: 'bad.request', fieldName }] });

/** The sentence was seen in production; its code was not. */
export const paginationExceeded = (): Refusal =>
  new Refusal({ status: 400, code: 'bad.request', message: 'Pagination may not exceed 100000 results.' });

export const fieldRefused = (fieldName: string): Refusal => badRequest([{ errorCode: 'bad.request', fieldName }]);
