import { doubleQuoted } from '../../text/quote.ts';
import type { Cursor } from './cursor.ts';

/** `text` in the quotes that are typed already; undefined where there are none. */
export function quotedAs(text: string, style: Cursor['style']): string | undefined {
  if (style === 'double') return doubleQuoted(text);
  return style === 'single' ? `'${text.replaceAll("'", "''")}'` : undefined;
}

/** True in JSON, as far as the map around the cursor tells. */
export function isJsonAt({ map }: Cursor): boolean {
  return map?.flow === true && map.pairs[0]?.key.style === 'double';
}
