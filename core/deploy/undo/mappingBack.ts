import type { Call, OutboundChange } from '../model.ts';
import { OUTBOUND_MAPPINGS } from '../outboundChange.ts';
import type { Base, UndoWorld } from './world.ts';

/** The former entry of a code in the outbound mappings, or none where it had none. */
export function mappingBack(
  { before, after }: OutboundChange,
  base: Base,
  codeId: string | undefined,
  world: UndoWorld,
): OutboundChange {
  const kept = codeId === undefined || world.isMadeAgain(codeId) ? undefined : codeId;
  return {
    ...base,
    kind: 'outbound',
    why: 'The push changed its entry in the outbound mappings.',
    ...(kept === undefined ? {} : { codeId: kept }),
    // A code that is made again has a new id, and under that no entry.
    ...(after === undefined || kept === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
    call: outboundCall(kept, before),
  };
}

/** As far as it is known before it is sent. */
export const outboundCall = (codeId: string | undefined, after: readonly string[] | undefined): Call => ({
  method: 'PUT',
  path: OUTBOUND_MAPPINGS,
  ...(codeId === undefined ? {} : { body: { mapping: { [codeId]: after ?? null } } }),
  into: 'outboundMappings',
});
