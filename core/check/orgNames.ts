/** What the org says about the names in a query. */
import { normaliseName } from '../contract/names.ts';
import type { NamedKind, OrgName, OrgNames } from '../query/model.ts';
import type { CheckContext } from './indexes.ts';

/** After a day a list says too little about today. */
const tooOld = 86_400_000;

export const kindWords: Readonly<Record<NamedKind, string>> = {
  queue: 'queue',
  user: 'user',
  division: 'division',
  wrapUpCode: 'wrap-up code',
};

/** The list of a kind; undefined while nobody is signed in, where it could not be read, and when it is too old. */
export function orgList(kind: NamedKind, { org, now }: CheckContext): readonly OrgName[] | undefined {
  if (org === undefined || now - org.readAt > tooOld) return undefined;
  const lists = { queue: org.queues, user: org.users, division: org.divisions, wrapUpCode: org.wrapUpCodes };
  return lists[kind];
}

/** What the org calls a name of the files: itself, and what the environments of `genesys.yaml` make of it. */
function namesInOrg(kind: NamedKind, name: string, { project }: CheckContext): readonly string[] {
  const mapped = Object.values(project?.environments ?? {}).flatMap(({ names }) => {
    const renamed = kind === 'queue' ? names?.queues : kind === 'division' ? names?.divisions : undefined;
    return new Map(Object.entries(renamed ?? {})).get(name) ?? [];
  });
  return [name, ...mapped];
}

/** The entities that a name may mean. */
export function foundInOrg(kind: NamedKind, name: string, context: CheckContext): readonly OrgName[] | undefined {
  const wanted = new Set(namesInOrg(kind, name, context).map(normaliseName));
  return orgList(kind, context)?.filter((entity) => wanted.has(normaliseName(entity.name)));
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
  return list?.find((entity) => entity.id === id)?.name;
}

/** `3 min ago`. */
export function ageOf({ readAt }: OrgNames, now: number): string {
  const minutes = Math.floor(Math.max(0, now - readAt) / 60_000);
  if (minutes < 1) return 'just now';
  return minutes < 60 ? `${minutes} min ago` : `${Math.floor(minutes / 60)} h ago`;
}
