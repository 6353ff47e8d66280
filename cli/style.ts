const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const;

export type Style = (style: keyof typeof CODES, text: string) => string;

export const plain: Style = (_, text) => text;

export const coloured: Style = (style, text) => `\u001b[${CODES[style]}m${text}\u001b[0m`;

/** Colours only for a terminal, and never with `--no-color`, `NO_COLOR` (any value but the empty one) or a dumb terminal. */
export function styleFor(
  output: { readonly isTTY: boolean },
  env: Readonly<Record<string, string | undefined>>,
  wanted: boolean,
): Style {
  return wanted && output.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb' ? coloured : plain;
}
