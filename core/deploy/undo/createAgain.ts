/** A code that was removed, made again with all that pointed to it. Its id is a new one. */
import { requestOf } from '../apply/codeFields.ts';
import type { Change, CreateChange, DeleteChange } from '../model.ts';
import { outboundCall } from './mappingBack.ts';
import type { Base, UndoWorld } from './world.ts';

/** The queues that the apply took it off itself are other changes' business. */
export function createAgain(change: DeleteChange, base: Base, world: UndoWorld): readonly Change[] {
  const { before, codeId, pointing } = change;
  const create: CreateChange = {
    ...base,
    kind: 'create',
    why: 'The push removed it. It is made again with a new id: conversations that have it keep the old one.',
    after: before,
    call: { method: 'POST', path: '/api/v2/routing/wrapupcodes', body: requestOf(before) },
  };
  const queues = pointing.queues.filter(({ id }) => !world.isTakenOff(codeId, id));
  return [
    create,
    ...queues.map((queue) =>
      world.putOn(
        { ...base, id: `${base.id}:queue:${queue.name}` },
        queue,
        codeId,
        `It was on the queue "${queue.name}" when the push removed it.`,
      ),
    ),
    ...(pointing.outbound === undefined || world.isRemapped(codeId)
      ? []
      : [
          {
            ...base,
            id: `${base.id}:outbound`,
            kind: 'outbound' as const,
            why: 'It had this entry in the outbound mappings when the push removed it.',
            after: pointing.outbound,
            call: outboundCall(undefined, pointing.outbound),
          },
        ]),
  ];
}
