/** Reads the names that queries and their results need from the org. */
import { GenesysError } from '../../genesys/error.ts';
import type { CallOptions, Genesys } from '../../genesys/index.ts';
import type { Clock } from '../../ports.ts';
import type { NamedKind, OrgName, OrgNames } from '../model.ts';

export interface OrgNamesOptions extends CallOptions {
  /** Which lists; others are absent from what is given. Default: all. */
  readonly kinds?: readonly NamedKind[];
}

const ALL: readonly NamedKind[] = ['queue', 'user', 'division', 'wrapUpCode'];

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type Readers = {
  readonly [Kind in NamedKind]: (genesys: NamesGenesys, options: CallOptions) => Promise<Partial<OrgNames>>;
};
export type NamesGenesys = Pick<Genesys, 'organization' | 'queues' | 'users' | 'divisions' | 'wrapupCodes'>;

/**
 * A list that these credentials may not read is left out; every other failure throws `GenesysError`. All is read
 * at the same time, with one sign-in; the first that fails stops the others.
 */
export async function readOrgNames(
  genesys: NamesGenesys,
  clock: Clock,
  options: OrgNamesOptions = {},
): Promise<OrgNames> {
  const { kinds = ALL, signal, ...calls } = options;
  const failed = new AbortController();
  const together = { ...calls, signal: signal ? AbortSignal.any([signal, failed.signal]) : failed.signal };
  const readAt = clock.now();
  try {
    const reading = [...new Set(kinds)].map((kind) => unlessForbidden(READERS[kind](genesys, together)));
    const [{ id, name }, ...lists] = await Promise.all([genesys.organization(together), ...reading]);
    const names: Writable<OrgNames> = { org: { id, name }, readAt };
    for (const list of lists) Object.assign(names, list);
    return names;
  } catch (error) {
    failed.abort();
    throw error;
  }
}

const READERS: Readers = {
  queue: async (genesys, options) => ({ queues: await genesys.queues.list(options) }),
  user: async (genesys, options) => {
    const users = await genesys.users(options);
    return {
      users: users.map(({ id, name, state }): OrgName => ({ id, name, ...(state === 'deleted' && { deleted: true }) })),
    };
  },
  division: async (genesys, options) => ({ divisions: await genesys.divisions(options) }),
  wrapUpCode: async (genesys, options) => ({ wrapUpCodes: await wrapUpCodes(genesys, options) }),
};

/** The list with deleted codes needs `routing:wrapupCode:search`; without it the plain list has to do. */
async function wrapUpCodes({ wrapupCodes }: NamesGenesys, options: CallOptions): Promise<readonly OrgName[]> {
  try {
    return await wrapupCodes.listWithDeleted(options);
  } catch (error) {
    if (!isForbidden(error)) throw error;
    return (await wrapupCodes.list(options)).map(({ id, name }) => ({ id, name }));
  }
}

async function unlessForbidden(reading: Promise<Partial<OrgNames>>): Promise<Partial<OrgNames>> {
  try {
    return await reading;
  } catch (error) {
    if (isForbidden(error)) return {};
    throw error;
  }
}

const isForbidden = (error: unknown): boolean => error instanceof GenesysError && error.failure.kind === 'forbidden';
