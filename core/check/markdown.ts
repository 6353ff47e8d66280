import { shortened } from '../text/shortened.ts';

/** In UTF-16 units: nobody reads more of one text in a hover. */
const longest = 4000;

/**
 * Text of a file within Markdown: it reads as itself and is no emphasis, link, image or HTML. An editor fetches the
 * image of a hover, also in a folder that nobody trusts.
 */
export function quoted(text: string): string {
  return shortened(text, longest)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>()#!|~&$@:.]/g, String.raw`\$&`);
}
