/** The codes that this run creates, for the changes that wait for them. */
import type { Settled } from './outcome.ts';

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
