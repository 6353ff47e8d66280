/** Names for ids and catalog entries for codes, looked up once for each cell of a result. */
import { normaliseName } from '../../../contract/names.ts';
import type { CatalogCode, NamedKind, OrgName, OrgNames, OrgQueue } from '../../model.ts';

export interface Look {
  /** The queue of an id; nothing where the list could not be read, or does not have it. */
  readonly queue: (id: string) => OrgQueue | undefined;
  readonly name: (kind: NamedKind, id: string) => OrgName | undefined;
  /** False where the list could not be read: then nothing may be said about an id that is unknown. */
  readonly knows: (kind: NamedKind) => boolean;
  /** The catalog's entry for a code's name, by present or earlier names. */
  readonly catalog: (name: string) => CatalogCode | undefined;
  /** When the answer was read, in milliseconds since the epoch. */
  readonly readAt: number;
}

export function createLook(names: OrgNames, catalogs: readonly CatalogCode[], readAt: () => number): Look {
  const queues = names.queues && byId(names.queues);
  const lists: Readonly<Record<NamedKind, ReadonlyMap<string, OrgName> | undefined>> = {
    queue: queues,
    user: names.users && byId(names.users),
    division: names.divisions && byId(names.divisions),
    wrapUpCode: names.wrapUpCodes && byId(names.wrapUpCodes),
  };
  const entries = byName(catalogs);
  return {
    queue: (id) => queues?.get(id),
    name: (kind, id) => lists[kind]?.get(id),
    knows: (kind) => lists[kind] !== undefined,
    catalog: (name) => entries.get(normaliseName(name)),
    get readAt() {
      return readAt();
    },
  };
}

const byId = <T extends OrgName>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((one) => [one.id, one]));

/** A present name wins over an earlier one of another entry. */
function byName(catalogs: readonly CatalogCode[]): ReadonlyMap<string, CatalogCode> {
  const earlier = catalogs.flatMap((code) => code.formerly.map((name) => [normaliseName(name), code] as const));
  return new Map([...earlier, ...catalogs.map((code) => [normaliseName(code.name), code] as const)]);
}
