import { instantWords, isUndo, type KnownApply, outcomeWords, readApply } from '#core/deploy/recover/index.ts';
import type { JournalReader } from '#core/ports.ts';
import { printable } from './escape.ts';

/** A line for each push of the org, the newest first: its name, when, to which environment, and what came of it. */
export async function listApplies(reader: JournalReader, orgId: string): Promise<string> {
  const ids = await reader.applies(orgId);
  const lines: string[] = [];
  for (const id of ids.toReversed()) {
    const known = await readApply(reader, orgId, id);
    if (known !== undefined) lines.push(`${lineOf(known)}\n`);
  }
  return `${lines.join('')}Name one to see how it is taken back.\n`;
}

function lineOf(known: KnownApply): string {
  const { applyId, story } = known;
  const what = isUndo(known) ? 'undo' : 'push';
  return printable(`${applyId}  ${instantWords(story.at)}  ${what} to ${story.begin.environment}: ${resultOf(known)}`);
}

const resultOf = ({ story: { end } }: KnownApply): string =>
  end === undefined ? 'cut off' : outcomeWords(end.outcomes) || 'nothing to do';
