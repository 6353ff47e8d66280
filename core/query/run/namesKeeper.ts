/** The names of orgs, as they were last read, and kept young in the background. Nothing of it is written to disk. */
import type { Clock } from '../../ports.ts';
import type { OrgNames } from '../model.ts';
import { type NamesGenesys, readOrgNames } from './readOrgNames.ts';

export interface NamesKeeper {
  /** What is known without asking anybody; of any age. `place` is whatever tells one org's sign-in from another's. */
  known(place: string): OrgNames | undefined;
  /** Young enough to be used, or read anew. Throws `GenesysError`. */
  read(place: string, genesys: NamesGenesys, signal: AbortSignal): Promise<OrgNames>;
  /** Read anew, whatever is known: a name was not found, or somebody asks. Throws `GenesysError`. */
  refresh(place: string, genesys: NamesGenesys, signal: AbortSignal): Promise<OrgNames>;
  /**
   * Reads in the background where nothing young is known. Never waits and never throws: after a failure nothing is
   * asked for a while, and what is known grows older.
   */
  wake(place: string, open: (signal: AbortSignal) => Promise<NamesGenesys>): void;
  /** What is known of a place is old from now on: it was written to. */
  outdate(place: string): void;
  /** Ends what is being read in the background. */
  dispose(): void;
}

export interface NamesKeeperDeps {
  readonly clock: Clock;
  /** Other names, or the same ones read anew. */
  readonly onChange: (place: string) => void;
  /** Why reading in the background failed. */
  readonly onFailure: (place: string, error: unknown) => void;
}

/** Names change seldom, and a query that misses one reads them again. */
export const YOUNG_MS = 10 * 60_000;

export function namesKeeper({ clock, onChange, onFailure }: NamesKeeperDeps): NamesKeeper {
  const memory = new Map<string, OrgNames>();
  /** When reading in the background was last begun. */
  const begun = new Map<string, number>();
  const outdated = new Set<string>();
  const ended = new AbortController();

  const isYoung = (since: number | undefined): boolean => since !== undefined && clock.now() - since < YOUNG_MS;
  const refresh: NamesKeeper['refresh'] = async (place, genesys, signal) => {
    const names = await readOrgNames(genesys, clock, { signal });
    memory.set(place, names);
    begun.set(place, names.readAt);
    outdated.delete(place);
    onChange(place);
    return names;
  };
  const inBackground = async (place: string, open: Parameters<NamesKeeper['wake']>[1]): Promise<void> => {
    const { signal } = ended;
    try {
      await refresh(place, await open(signal), signal);
    } catch (error) {
      if (!signal.aborted) onFailure(place, error);
    }
  };
  return {
    known: (place) => memory.get(place),
    async read(place, genesys, signal) {
      const known = memory.get(place);
      return known && isYoung(known.readAt) && !outdated.has(place) ? known : refresh(place, genesys, signal);
    },
    refresh,
    wake(place, open) {
      if (ended.signal.aborted || isYoung(begun.get(place))) return;
      begun.set(place, clock.now());
      void inBackground(place, open);
    },
    outdate(place) {
      begun.delete(place);
      outdated.add(place);
    },
    dispose: () => ended.abort(),
  };
}
