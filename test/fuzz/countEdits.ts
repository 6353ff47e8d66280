/** How many edits each property of this process has made, in a file that others can read meanwhile. */
import { readFileSync, writeFileSync } from 'node:fs';

const notes = process.env['WRAPSMITH_FUZZ_NOTES'];
/** So many edits make a note: a property does not let timers run. */
const STEP = 100;
const counts = new Map<string, number>(earlier());

export function countEdit(property: string): void {
  const count = (counts.get(property) ?? 0) + 1;
  counts.set(property, count);
  if (count % STEP === 0) writeNotes();
}

export function writeNotes(): void {
  if (notes !== undefined) writeFileSync(notes, JSON.stringify([...counts]));
}

/** What the test files before this one counted. */
function earlier(): readonly (readonly [string, number])[] {
  try {
    return notes === undefined ? [] : (JSON.parse(readFileSync(notes, 'utf8')) as [string, number][]);
  } catch {
    return [];
  }
}
