/** The key that people make of a name by hand: `Credit Note` becomes `CREDIT_NOTE`. Undefined where no letters are left. */
export function codeKeyOf(name: string): string | undefined {
  const key = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 128);
  return /[A-Z]/.test(key) ? key : undefined;
}
