/**
 * The `name` parameter of the lists, without regard to case (inferred). Asterisks count only where the endpoint
 * documents them; else they are characters like any other.
 */
import type { Switches } from './switches.ts';

/** Which asterisks an endpoint documents. */
export type Asterisks = 'none' | 'trailing' | 'both';

/** A test for names, or undefined if the query has no `name`. */
export function nameFilter(
  query: URLSearchParams,
  asterisks: Asterisks,
  switches: Switches,
): ((name: string) => boolean) | undefined {
  const asked = query.get('name')?.toLowerCase();
  if (asked === undefined || asked === '') return undefined;
  const open = {
    end: asterisks !== 'none' && asked.endsWith('*'),
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
