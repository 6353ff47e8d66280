import type { Style } from './style.ts';

const COLOURS: Readonly<Record<string, Parameters<Style>[0]>> = {
  '+': 'green',
  '~': 'yellow',
  '=': 'yellow',
  '>': 'yellow',
  '@': 'cyan',
  '!': 'red',
  '✓': 'green',
  '✗': 'red',
  '?': 'red',
};

/** A plan's or result's text with the mark and the kind of each line in its colour. */
export function colourLines(text: string, style: Style): string {
  return text.replace(/^([+~=>@!✓✗?]) (\S+)/gmu, (head, mark: string) => style(COLOURS[mark] ?? 'bold', head));
}
