/** The opposite of one change, where the org still has what the change has made. */
import { codePath, putCode } from '../codeChange.ts';
import type { Change, CodeFields, DissociateChange, EditChange, NamedRef } from '../model.ts';
import { UNDO_PREFIX } from '../recover/unfinished.ts';
import type { DoneChange } from './doneBy.ts';
import { createAgain } from './createAgain.ts';
import { mappingBack } from './mappingBack.ts';
import { rowBack } from './rowBack.ts';
import { settingsBack } from './settingsBack.ts';
import type { Base, UndoWorld } from './world.ts';

/** Empty where there is nothing to send; more than one where a code has to be made again. */
export function inverseOf({ change, codeId }: DoneChange, world: UndoWorld): readonly Change[] {
  const base = { id: `${UNDO_PREFIX}${change.id}`, name: world.nameOf(change, codeId), path: world.path };
  switch (change.kind) {
    case 'create':
      return codeId === undefined ? [] : [remove(base, codeId, change.after, world)];
    case 'update':
    case 'adopt':
    case 'rename': {
      const [before, after] = world.edit(change.codeId, formerText(change));
      const why = 'The push changed it; this is how it was before.';
      return [
        { ...base, kind: change.kind, why, codeId: change.codeId, before, after, call: putCode(change.codeId, after) },
      ];
    }
    case 'move': {
      const { division } = change.before;
      const [before, after] = world.edit(change.codeId, division === undefined ? {} : { division });
      const why = 'The push gave it to another division; this is where it was before.';
      return [
        { ...base, kind: 'move', why, codeId: change.codeId, before, after, call: putCode(change.codeId, after) },
      ];
    }
    case 'associate':
      return codeId === undefined ? [] : [takeOff(base, change.queue, codeId)];
    case 'dissociate':
      return [world.putOn(base, change.queue, change.codeId, `The push took it off the queue "${change.queue.name}".`)];
    case 'delete':
      return createAgain(change, base, world);
    case 'queueSettings':
      return [settingsBack(change, base)];
    case 'outbound':
      return [mappingBack(change, base, codeId, world)];
    case 'metadata':
      return [rowBack(change, base, codeId, world)];
  }
}

/** What the edit changed, as it was. */
function formerText({ before, after }: EditChange): Partial<CodeFields> {
  const description = before.description ?? '';
  return {
    ...(before.name === after.name ? {} : { name: before.name }),
    ...(description === (after.description ?? '') ? {} : { description }),
  };
}

function remove(base: Base, codeId: string, before: CodeFields, world: UndoWorld): Change {
  return {
    ...base,
    kind: 'delete',
    why: 'The push created it. Conversations that were given it keep its id.',
    codeId,
    before,
    pointing: { queues: world.queuesWith(codeId), rules: [], queries: [] },
    call: { method: 'DELETE', path: codePath(codeId) },
  };
}

function takeOff(base: Base, queue: NamedRef, codeId: string): DissociateChange {
  const path = `/api/v2/routing/queues/${encodeURIComponent(queue.id)}/wrapupcodes/${encodeURIComponent(codeId)}`;
  const why = `The push put it on the queue "${queue.name}".`;
  return { ...base, kind: 'dissociate', why, queue, codeId, call: { method: 'DELETE', path } };
}
