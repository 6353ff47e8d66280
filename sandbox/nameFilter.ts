/**
 * The `name` parameter of the lists, without regard to case (inferred). Asterisks count only where the endpoint
 * documents them; else they are characters like any other.
 */
import type { Switches } from './switches.ts';

/** Which asterisks an endpoint documents. */
export type Asterisks = 'none' | 'trailing' | 'both' | 'anywhere';

/** A test for names, or undefined if the query has no `name`. */
export function nameFilter(
  query: URLSearchParams,
  asterisks: Asterisks,
  switches: Switches,
): ((name: string) => boolean) | undefined {
  const asked = query.get('name')?.toLowerCase();
  if (asked === undefined || asked === '') return undefined;
  if (asterisks === 'anywhere' && asked.includes('*')) return patternTest(asked);
  const open = {
    end: (asterisks === 'trailing' || asterisks === 'both') && asked.endsWith('*'),
    start: asterisks === 'both' && asked.startsWith('*'),
  };
  const text = asked.slice(open.start ? 1 : 0, open.end ? -1 : undefined);
  return (name) => {
    const candidate = name.toLowerCase();
    if (open.start && open.end) return candidate.includes(text);
    if (open.end) return candidate.startsWith(text);
    if (open.start) return candidate.endsWith(text);
    return switches.nameFilter === 'contains' ? candidate.includes(text) : candidate === text;
  };
}

/** An asterisk stands for any text, also none. */
function patternTest(pattern: string): (name: string) => boolean {
  const pieces = pattern.split('*').map((piece) => piece.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`));
  const expression = new RegExp(`^${pieces.join('.*')}$`, 'su');
  return (name) => expression.test(name.toLowerCase());
}
