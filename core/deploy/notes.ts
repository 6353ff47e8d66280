/** What a plan knows and does nothing about. */
import { promptFacts } from '../contract/afterCallWork.ts';
import type { PlanFacts } from './facts.ts';
import type { Matched } from './match.ts';
import type { OrgCode, PlanNote } from './model.ts';
import { wantsQueues } from './queueChanges.ts';
import type { StrangersOnQueue } from './strangers.ts';

/** In the order of the files. */
export function notesOf(facts: PlanFacts, strangers: readonly StrangersOnQueue[]): readonly PlanNote[] {
  return [
    ...facts.matched.flatMap((one) => [...validityNotes(one), ...mandatoryNotes(one, facts)]),
    ...strangers.flatMap((one) => strangerNotes(one, facts)),
  ];
}

function validityNotes({ entry, match }: Matched): readonly PlanNote[] {
  if (entry.state !== 'active' || match.kind === 'blocked') return [];
  const { name, path, validity, validFrom, validThrough } = entry;
  if (validity === 'expired')
    return [{ kind: 'expired', name, path, why: `It was valid through ${validThrough}, so it is on no queue.` }];
  if (validity !== 'notYet') return [];
  return [
    {
      kind: 'notYetValid',
      name,
      path,
      why: `It is valid from ${validFrom}. A push after that puts it on its queues.`,
    },
  ];
}

/** Any mandatory prompt satisfies `mandatory`; the declared one counts before the org's, and an unknown one is not called wrong. */
function mandatoryNotes(matched: Matched, { findQueue, declared }: PlanFacts): readonly PlanNote[] {
  const { entry } = matched;
  if (!entry.mandatory || !wantsQueues(matched)) return [];
  return (entry.queues ?? []).flatMap((queueName): PlanNote[] => {
    const queue = findQueue(queueName);
    if (!queue.ok) return [];
    const own = declared.find((one) => one.queue.ok && one.queue.value.id === queue.value.id);
    const wanted = own?.declaration.afterCallWork?.prompt;
    const prompt = wanted ?? queue.value.wrapupPrompt;
    if (prompt === undefined || promptFacts(prompt)?.mandatory !== false) return [];
    const where = wanted === undefined ? 'in the org' : 'by its declaration';
    const why = `The code is mandatory, but the queue "${queue.value.name}" has the prompt ${prompt} ${where}, so agents can go on without a code.`;
    return [{ kind: 'mandatoryUnmet', name: entry.name, path: entry.path, why }];
  });
}

function strangerNotes(
  { queue, exact, declared: { name, path }, codes, unseen }: StrangersOnQueue,
  { request }: PlanFacts,
): readonly PlanNote[] {
  const unreadable = request.around?.unreadable ?? [];
  const notes: PlanNote[] = [];
  if (codes.length > 0 && exact && unreadable.length > 0) {
    const why = `Nothing is taken off the queue "${queue.name}", because not all catalogs could be read: ${unreadable.join(', ')}. ${unlisted(codes)}`;
    notes.push({ kind: 'unreadable', name, path, why });
  } else if (codes.length > 0 && !exact) {
    notes.push({ kind: 'strangers', name, path, why: unlisted(codes) });
  }
  if (unseen > 0) {
    const why =
      unseen === 1
        ? '1 code is on it that these credentials cannot see. It stays.'
        : `${unseen} codes are on it that these credentials cannot see. They stay.`;
    notes.push({ kind: 'strangers', name, path, why });
  }
  return notes;
}

const SHOWN = 5;

function unlisted(codes: readonly OrgCode[]): string {
  const shown = codes.slice(0, SHOWN).map(({ name }) => `"${name}"`);
  if (codes.length === 1) return `No catalog lists ${shown[0]} there. It stays.`;
  const more = codes.length > SHOWN ? ` and ${codes.length - SHOWN} more` : '';
  return `No catalog lists there: ${shown.join(', ')}${more}. They stay.`;
}
