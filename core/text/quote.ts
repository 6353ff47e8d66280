/** Writing text as YAML scalars. */
import type { ScalarNode } from './tree.ts';

/** Words that some YAML reader takes for something else than text: booleans and null of 1.1 and 1.2, and merge keys. */
const words = /^(?:true|false|null|~|yes|no|on|off|y|n|<<|=)$/i;
/** Whatever begins like a number, a date or a time of day is safer in quotes. */
const numberLike = /^[-+.]?\d[\d_.,:xobeE+-]*[a-fA-F\d]*$|^[-+]?\.(?:inf|nan)$/i;

/** True where `text` may stand without quotes and every YAML reader takes it for this text. */
export function isPlainSafe(text: string, inFlow = true): boolean {
  if (text === '' || text !== text.trim() || words.test(text) || looksNumeric(text)) return false;
  if (/[\p{Cc}\u2028\u2029\uFEFF\uD800-\uDFFF]/u.test(text)) return false;
  if (/^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]|^---|^\.\.\./.test(text)) return false;
  if (/:(?:\s|$)|\s#/.test(text)) return false;
  return !inFlow || !/[,[\]{}]|^[-?:]/.test(text);
}

/** Long texts are judged by their beginning alone: quotes too many do no harm. */
function looksNumeric(text: string): boolean {
  return text.length > 100 ? /^[-+.]?\d/.test(text) : numberLike.test(text);
}

/** `text` as a scalar: plain where that is safe, otherwise in double quotes. */
export function writeText(text: string, inFlow = true): string {
  return isPlainSafe(text, inFlow) ? text : doubleQuoted(text);
}

/** `text` in the style in which `node` is written, as far as that style can hold it. */
export function writeLike(node: ScalarNode, text: string): string {
  if (node.style === 'single' && !/[\p{Cc}\u2028\u2029]/u.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return node.style === 'double' || node.style === 'single' ? doubleQuoted(text) : writeText(text);
}

/** `text` in the quotes of a neighbour that has some. */
export function writeBeside(neighbour: ScalarNode | undefined, text: string, inFlow: boolean): string {
  const isQuoted = neighbour?.style === 'single' || neighbour?.style === 'double';
  return isQuoted ? writeLike(neighbour, text) : writeText(text, inFlow);
}

export function doubleQuoted(text: string): string {
  const escaped = text.replace(/["\\]/g, '\\$&').replace(/[\p{Cc}\u2028\u2029\uFEFF\uD800-\uDFFF]/gu, escapeOf);
  return `"${escaped}"`;
}

function escapeOf(character: string): string {
  const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\\0' };
  return short[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
