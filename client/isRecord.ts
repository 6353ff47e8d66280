/** For data from outside: what was parsed, stored or passed as an argument. */
export function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null;
}
