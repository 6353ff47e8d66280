import { randomBytes } from 'node:crypto';

/** A new name for an apply: sorts by time, and is short enough to type, for example `20261120-120000-3f9a1c`. */
export function newApplyId(now: number): string {
  const [date = '', time = ''] = new Date(now).toISOString().split('T');
  return `${date.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}-${randomBytes(3).toString('hex')}`;
}
