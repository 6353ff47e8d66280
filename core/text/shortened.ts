/** The beginning of a text that is longer than `most` UTF-16 units, with `…` for what is left out. No character is cut in two. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most - 1);
  return `${/[\uD800-\uDBFF]$/.test(start) ? start.slice(0, -1) : start}…`;
}
