import { jointFix } from '#core/check/fixes/jointFix.ts';
import { FIX_ALL } from './codeActionKinds.ts';
import type { OurFile } from './ourFile.ts';
import { tryEdits } from './tryEdits.ts';
import type { Repair } from './toCodeAction.ts';

/** One pass over the file. Checked before it is offered: it runs on save, where nobody looks at what it did. */
export function fixAll({ document: { text }, project: { live } }: OurFile): readonly Repair[] {
  const problems = live.problems(text.name);
  const { fixed, edits } = jointFix(problems);
  if (fixed.length === 0) return [];
  const after = tryEdits(
    text,
    edits,
    (touched) => live.changed(text.name, touched),
    () => live.problems(text.name).length,
  );
  if (after > problems.length) return [];
  return [{ title: 'Fix all problems with an obvious fix', kind: FIX_ALL, problems: fixed, edits }];
}
