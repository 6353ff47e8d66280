import type { Style } from './style.ts';

const COLOURS: Readonly<Record<string, Parameters<Style>[0]>> = {
  '+': 'green',
  '~': 'yellow',
  '=': 'yellow',
  '>': 'yellow',
  '»': 'yellow',
  '*': 'yellow',
  '%': 'yellow',
  '#': 'cyan',
  o: 'yellow',
  '-': 'red',
  '@': 'cyan',
  '!': 'red',
  '✓': 'green',
  '✗': 'red',
  '?': 'red',
};

/** A plan's or result's text with the mark and the kind of each entry in its colour. Entries stand two spaces deep. */
export function colourLines(text: string, style: Style): string {
  return text.replace(
    /^(  )([+~=>»@o*%#!✓✗?]|-(?= delete\b)) (\S+)/gmu,
    (_, indent: string, mark: string, word: string) => `${indent}${style(COLOURS[mark] ?? 'bold', `${mark} ${word}`)}`,
  );
}
