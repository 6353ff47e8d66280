/** What findings point to outside their own entry. */
import type { Entry } from '../entry.ts';
import type { Reported } from '../report.ts';

/** The other entries that findings name. */
export function pointedTo(findings: readonly Reported[], own: Entry): readonly Entry[] {
  const found: Entry[] = [];
  for (const { related = [], fixes = [] } of findings) {
    for (const { entry } of related) if (entry !== undefined && entry !== own) found.push(entry);
    for (const { edits } of fixes)
      for (const { entry } of edits) if (entry !== undefined && entry !== own) found.push(entry);
  }
  return found;
}
