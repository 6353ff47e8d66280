/** The codes that this run creates, for the changes that wait for them. */
import type { AssociateChange, OutboundChange } from '../model.ts';
import type { Settled } from './outcome.ts';
import { notAttempted } from './outcome.ts';

export interface Made {
  /** The id of the code that the run created under this name of the file; undefined while it is not certain. */
  idOf(name: string): string | undefined;
  /** True where the run was to create it and cannot be sure that it has. */
  isMissing(name: string): boolean;
  /** Why a change of that code was not sent. */
  whyNot(name: string): string;
}

export function madeOf(settled: readonly Settled[]): Made {
  const creates = new Map(
    settled.filter(({ result }) => result.change.kind === 'create').map((one) => [one.result.change.name, one]),
  );
  return {
    idOf: (name) => creates.get(name)?.codeId,
    isMissing: (name) => creates.has(name) && creates.get(name)?.codeId === undefined,
    whyNot: (name) =>
      creates.get(name)?.result.outcome === 'unknown'
        ? 'It is not known whether its code was created. Push again to find out and finish.'
        : 'Its code was not created. Push again to finish.',
  };
}

/** A change whose code has an id. */
export interface WithCode<C> {
  readonly change: C;
  readonly codeId: string;
}

/** Those that can be sent, and the outcomes of those whose code was not made. */
export function withCodes<C extends AssociateChange | OutboundChange>(
  changes: readonly C[],
  made: Made,
): { readonly ready: readonly WithCode<C>[]; readonly stuck: readonly Settled[] } {
  const ready: WithCode<C>[] = [];
  const stuck: Settled[] = [];
  for (const change of changes) {
    const codeId = change.codeId ?? made.idOf(change.name);
    if (codeId === undefined) stuck.push(notAttempted(change, made.whyNot(change.name)));
    else ready.push({ change, codeId });
  }
  return { ready, stuck };
}
