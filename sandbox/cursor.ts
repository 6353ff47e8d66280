/** Cursors: a place in a list that a client can send back but not read. */
import { badField } from './errors.ts';

export function cursorAt(index: number): string {
  return Buffer.from(`after ${index}`).toString('base64url');
}

/** The index that a cursor stands for; refuses what is none. */
export function indexIn(cursor: string, fieldName: string): number {
  const index = /^after (\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1];
  if (index === undefined) throw badField(fieldName);
  return Number(index);
}
