/**
 * Text of a file within Markdown: it reads as itself and is no emphasis, link, image or HTML. An editor fetches the
 * image of a hover, also in a folder that nobody trusts.
 */
export function quoted(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>()#!|~&$@:.]/g, String.raw`\$&`);
}
