import { doubleQuoted, writeText } from '../../text/quote.ts';
import type { Cursor } from './cursor.ts';
import type { Site } from './site.ts';

/** `text` in the quotes that are typed already; undefined where there are none. */
export function quotedAs(text: string, style: Cursor['style']): string | undefined {
  if (style === 'double') return doubleQuoted(text);
  return style === 'single' ? `'${text.replaceAll("'", "''")}'` : undefined;
}

/** A key as it has to be written at the cursor. */
export function keyAt(text: string, site: Pick<Site, 'cursor' | 'source'>): string {
  return quotedAs(text, site.cursor.style) ?? (isJsonAt(site) ? doubleQuoted(text) : writeText(text));
}

/** True in JSON, by the file's name or as far as the map around the cursor tells. */
export function isJsonAt({ cursor: { map }, source }: Pick<Site, 'cursor' | 'source'>): boolean {
  return source.name.endsWith('.json') || (map?.flow === true && map.pairs[0]?.key.style === 'double');
}
