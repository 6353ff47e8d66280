/** What the org says about names and ids. Looked up by index: an org has thousands of queues. */
import { normaliseName } from '../contract/names.ts';
import type { NamedKind, OrgName, OrgNames } from '../query/model.ts';
import type { CheckContext } from './indexes/indexes.ts';

/** After a day a list says too little about today. */
const tooOld = 86_400_000;

/** At the beginning of a sentence or a title. */
export const kindTitles: Readonly<Record<NamedKind, string>> = {
  queue: 'Queue',
  user: 'User',
  division: 'Division',
  wrapUpCode: 'Wrap-up code',
};

/** What is known of a name. `unavailable` is no answer: nobody is signed in, or the list is missing or a day old. */
export type OrgAnswer =
  | { readonly is: 'known'; readonly found: readonly OrgName[]; readonly seen: string }
  | { readonly is: 'absent'; readonly seen: string }
  | { readonly is: 'unavailable' };

export function askOrg(kind: NamedKind, name: string, context: CheckContext): OrgAnswer {
  const found = orgList(kind, context) && inLists(kind, name, context);
  if (found === undefined || context.org === undefined) return { is: 'unavailable' };
  const seen = seenIn(context.org, context.now);
  return found.length === 0 ? { is: 'absent', seen } : { is: 'known', found, seen };
}

/** The list of a kind; undefined while nobody is signed in, where it could not be read, and when it is too old. */
export function orgList(kind: NamedKind, { org, now }: CheckContext): readonly OrgName[] | undefined {
  return org === undefined || now - org.readAt > tooOld ? undefined : org[lists[kind]];
}

/** What the last reading has of a name, however old it is; undefined where it has no such list. */
export function inLists(kind: NamedKind, name: string, context: CheckContext): readonly OrgName[] | undefined {
  const list = context.org?.[lists[kind]];
  if (list === undefined) return undefined;
  const { byName } = indexOf(list);
  const keys = new Set(namesInOrg(kind, name, context).map(normaliseName));
  return [...keys].flatMap((key) => byName.get(key) ?? []);
}

const lists = {
  queue: 'queues',
  user: 'users',
  division: 'divisions',
  wrapUpCode: 'wrapUpCodes',
} as const satisfies Readonly<Record<NamedKind, keyof OrgNames>>;

/**
 * What the org calls a name of the files. The environments that are bound to this org decide; where none is, the name
 * itself and whatever an environment makes of it will do.
 */
function namesInOrg(kind: NamedKind, name: string, context: CheckContext): readonly string[] {
  const environments = context.project?.environments ?? {};
  const here = environmentsHere(context);
  const mapped = (environment: string): string | undefined => {
    const names = environments[environment]?.names;
    const renamed = kind === 'queue' ? names?.queues : kind === 'division' ? names?.divisions : undefined;
    return renamed !== undefined && Object.hasOwn(renamed, name) ? renamed[name] : undefined;
  };
  if (here.length > 0) return here.map((environment) => mapped(environment) ?? name);
  return [name, ...Object.keys(environments).flatMap((environment) => mapped(environment) ?? [])];
}

/** The environments of `genesys.yaml` that are bound to the org at hand. */
export function environmentsHere({ project, org }: CheckContext): readonly string[] {
  const id = org?.org.id.toLowerCase();
  return Object.entries(project?.environments ?? {}).flatMap(([name, environment]) =>
    id !== undefined && environment.org?.toLowerCase() === id ? [name] : [],
  );
}

/** Dimensions whose values are ids of what has a name. */
const idDimensions: Readonly<Record<string, NamedKind>> = {
  queueId: 'queue',
  userId: 'user',
  divisionId: 'division',
  wrapUpCode: 'wrapUpCode',
};

export function namedBy(dimension: string): NamedKind | undefined {
  return Object.hasOwn(idDimensions, dimension) ? idDimensions[dimension] : undefined;
}

/** The name that an id has in the org; undefined where it is not known to have one. */
export function nameOfId(dimension: string, id: string, context: CheckContext): string | undefined {
  const kind = namedBy(dimension);
  const list = kind === undefined ? undefined : orgList(kind, context);
  return list && indexOf(list).byId.get(id)?.name;
}

/** The names of a list that exist, the same object each time: suggestions remember by it. */
export function livingNames(list: readonly OrgName[]): readonly string[] {
  return indexOf(list).living;
}

/** `in org Northwind, seen 3 min ago`: how everything that the org says is told. */
export function seenIn(org: OrgNames, now: number): string {
  return `in org ${org.org.name}, seen ${ageOf(org, now)}`;
}

/** `3 min ago`, in whole minutes up to an hour and in whole hours after it, so that texts stay the same for a while. */
export function ageOf({ readAt }: Pick<OrgNames, 'readAt'>, now: number): string {
  const minutes = Math.floor(Math.max(0, now - readAt) / 60_000);
  if (minutes < 1) return 'just now';
  return minutes < 60 ? `${minutes} min ago` : `${Math.floor(minutes / 60)} h ago`;
}

interface ListIndex {
  /** By normalised name; several entities may share one. */
  readonly byName: ReadonlyMap<string, readonly OrgName[]>;
  readonly byId: ReadonlyMap<string, OrgName>;
  readonly living: readonly string[];
}

/** A reading never changes, so an index of it lives as long as it does. */
const indexes = new WeakMap<readonly OrgName[], ListIndex>();

function indexOf(list: readonly OrgName[]): ListIndex {
  const known = indexes.get(list) ?? newIndex(list);
  indexes.set(list, known);
  return known;
}

function newIndex(list: readonly OrgName[]): ListIndex {
  const byName = new Map<string, OrgName[]>();
  const byId = new Map<string, OrgName>();
  for (const entity of list) {
    const key = normaliseName(entity.name);
    const same = byName.get(key);
    if (same === undefined) byName.set(key, [entity]);
    else same.push(entity);
    if (!byId.has(entity.id)) byId.set(entity.id, entity);
  }
  const living = list.filter(({ deleted }) => deleted !== true).map(({ name }) => name);
  return { byName, byId, living };
}
